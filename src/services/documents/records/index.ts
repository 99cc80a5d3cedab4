import type { DocumentKind } from '../../../documents/templates/index.js';
import type { CaseStep } from '../../cases/case-step.js';
import type { IssuingDepartment } from '../issue-document.js';
import { acceptanceNotice } from './acceptance-notice.js';
import { certificate } from './certificate.js';
import { correctionNotice } from './correction-notice.js';
import { decision } from './decision.js';
import { deliveryReceipt } from './delivery-receipt.js';
import { extensionNotice } from './extension-notice.js';
import { hearingNotice } from './hearing-notice.js';
import { meetingMinutes } from './meeting-minutes.js';
import { notAccepted } from './not-accepted.js';
import { permitEnd } from './permit-end.js';
import { receiptList } from './receipt-list.js';
import { refusal } from './refusal.js';
import { reviewCommission } from './review-commission.js';
import { suspensionNotice } from './suspension-notice.js';
import { terminationNotice } from './termination-notice.js';
import { specialProcedureNotice } from './special-procedure-notice.js';
import { thirdPartyNotice } from './third-party-notice.js';

/** Gathers what a document says, beside number, date and issuing body. */
export type DocumentBuilder = (step: CaseStep, body: IssuingDepartment, extra: Record<string, unknown>) => Promise<Record<string, unknown>>;

export const documentBuilders: Record<DocumentKind, DocumentBuilder> = {
  'receipt-list': receiptList,
  'acceptance-notice': acceptanceNotice,
  'correction-notice': correctionNotice,
  'not-accepted': notAccepted,
  'special-procedure-notice': specialProcedureNotice,
  'extension-notice': extensionNotice,
  'review-commission': reviewCommission,
  'meeting-minutes': meetingMinutes,
  decision,
  refusal,
  certificate,
  'delivery-receipt': deliveryReceipt,
  'hearing-notice': hearingNotice,
  'third-party-notice': thirdPartyNotice,
  'permit-end': permitEnd,
  'suspension-notice': suspensionNotice,
  'termination-notice': terminationNotice,
};
