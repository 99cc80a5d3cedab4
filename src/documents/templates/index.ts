import { acceptanceNotice, type AcceptanceNoticeRecord } from './acceptance-notice.js';
import { certificate, type CertificateRecord } from './certificate.js';
import { correctionNotice, type CorrectionNoticeRecord } from './correction-notice.js';
import { decision, type DecisionRecord } from './decision.js';
import { deliveryReceipt, type DeliveryReceiptRecord } from './delivery-receipt.js';
import type { DocumentTemplate } from './document-template.js';
import { extensionNotice, type ExtensionNoticeRecord } from './extension-notice.js';
import { hearingNotice, type HearingNoticeRecord } from './hearing-notice.js';
import { meetingMinutes, type MeetingMinutesRecord } from './meeting-minutes.js';
import { notAccepted, type NotAcceptedRecord } from './not-accepted.js';
import { permitEnd, type PermitEndRecord } from './permit-end.js';
import { receiptList, type ReceiptListRecord } from './receipt-list.js';
import { refusal, type RefusalRecord } from './refusal.js';
import { reviewCommission, type ReviewCommissionRecord } from './review-commission.js';
import { suspensionNotice, type SuspensionNoticeRecord } from './suspension-notice.js';
import { terminationNotice, type TerminationNoticeRecord } from './termination-notice.js';
import { specialProcedureNotice, type SpecialProcedureNoticeRecord } from './special-procedure-notice.js';
import { thirdPartyNotice, type ThirdPartyNoticeRecord } from './third-party-notice.js';

/** Which record each kind of document is made from. */
export interface DocumentRecords {
  'receipt-list': ReceiptListRecord;
  'acceptance-notice': AcceptanceNoticeRecord;
  'correction-notice': CorrectionNoticeRecord;
  'not-accepted': NotAcceptedRecord;
  'special-procedure-notice': SpecialProcedureNoticeRecord;
  'extension-notice': ExtensionNoticeRecord;
  'review-commission': ReviewCommissionRecord;
  'meeting-minutes': MeetingMinutesRecord;
  decision: DecisionRecord;
  refusal: RefusalRecord;
  certificate: CertificateRecord;
  'delivery-receipt': DeliveryReceiptRecord;
  'hearing-notice': HearingNoticeRecord;
  'third-party-notice': ThirdPartyNoticeRecord;
  'permit-end': PermitEndRecord;
  'suspension-notice': SuspensionNoticeRecord;
  'termination-notice': TerminationNoticeRecord;
}

export type DocumentKind = keyof DocumentRecords;

/** Every kind of document that can be issued; the file list of this folder is the list of documents. */
export const templates: { readonly [K in DocumentKind]: DocumentTemplate<DocumentRecords[K]> } = {
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
