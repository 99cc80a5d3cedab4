import { acceptance } from './acceptance.js';
import type { Act } from './act.js';
import { decision } from './decision.js';
import { delivery } from './delivery.js';
import { examination } from './examination.js';
import { filing } from './filing.js';
import { meetingCall } from './meeting-call.js';
import { meetingMinutes } from './meeting-minutes.js';
import { meetingOpinion } from './meeting-opinion.js';
import { plainStep } from './plain-step.js';
import { reviewCommission } from './review-commission.js';
import { reviewReport } from './review-report.js';
import { sealing } from './sealing.js';
import { verification } from './verification.js';

/** What a step means, by the form that it asks for. A step without a form of its own is simply done. */
const acts: Record<string, Act> = {
  acceptance,
  filing,
  examination,
  verification,
  'review-commission': reviewCommission,
  'review-report': reviewReport,
  'meeting-call': meetingCall,
  'meeting-opinion': meetingOpinion,
  'meeting-minutes': meetingMinutes,
  decision,
  sealing,
  delivery,
};

export const actForms = Object.keys(acts);

export const actOf = (form: string | null): Act => acts[form ?? ''] ?? plainStep;
