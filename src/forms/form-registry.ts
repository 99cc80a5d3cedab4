import { DomainError } from '../errors/domain-error.js';
import { checkPresence, checkValues, dropHidden, toPlain } from './check-fields.js';
import type { FormClass } from './field-registry.js';
import { refuseFaults, type FieldFault } from './field-fault.js';
import { schemaOfClass, type JsonSchema } from './json-schema.js';
import { Acceptance } from './steps/acceptance.js';
import { Countersignature } from './steps/countersignature.js';
import { CorrectionRequest } from './steps/correction-request.js';
import { CorrectionResponse } from './steps/correction-response.js';
import { Decision } from './steps/decision.js';
import { Delivery } from './steps/delivery.js';
import { Examination } from './steps/examination.js';
import { Extension } from './steps/extension.js';
import { Filing } from './steps/filing.js';
import { MeetingCall } from './steps/meeting-call.js';
import { MeetingMinutes } from './steps/meeting-minutes.js';
import { MeetingOpinion } from './steps/meeting-opinion.js';
import { Reconfirmation, ReturnForExamination } from './steps/reconfirmation.js';
import { ReviewCommission } from './steps/review-commission.js';
import { ReviewReport } from './steps/review-report.js';
import { Sealing } from './steps/sealing.js';
import { SpecialProcedure } from './steps/special-procedure.js';
import { Verification } from './steps/verification.js';
import { Withdrawal } from './steps/withdrawal.js';
import { HearingRight } from './steps/hearing-right.js';
import { HearingRequest } from './steps/hearing-request.js';
import { HearingSchedule } from './steps/hearing-schedule.js';
import { HearingRecord } from './steps/hearing-record.js';
import { PublicNotice } from './steps/public-notice.js';
import { Objection } from './steps/objection.js';
import { ObjectionAnswer } from './steps/objection-answer.js';
import { ThirdParties } from './steps/third-parties.js';
import { ThirdPartyStatement } from './steps/third-party-statement.js';
import { ThirdPartyRelease } from './steps/third-party-release.js';
import { PermitRequestDecision } from './steps/permit-request-decision.js';
import { Resumption, Suspension } from './steps/suspension.js';
import { TerminationForm } from './steps/termination.js';
import { takeFields } from './take-fields.js';

/** What a step of a flow asks of the person who does it; flows name it by its key. */
export interface StepForm {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly form: FormClass;
  /** JSON Schema 2020-12. Conditions on `/outcome` (the chosen outcome of the step) stand in `x-show-when` and `x-required-when`. */
  readonly schema: JsonSchema;
}

const stepForms: ReadonlyMap<string, StepForm> = new Map(
  [
    stepForm('acceptance', '受理审查', 'Acceptance', Acceptance),
    stepForm('correction-request', '一次性补正告知', 'Correction notice', CorrectionRequest),
    stepForm('correction-response', '提交补正', 'Correction', CorrectionResponse),
    stepForm('examination', '经办审查', 'Examination', Examination),
    stepForm('reconfirmation', '重新确认意见', 'Confirmation of an opinion', Reconfirmation),
    stepForm('verification', '复核', 'Verification', Verification),
    stepForm('filing', '登记备案', 'Filing', Filing),
    stepForm('review-commission', '委托评审', 'Commission of the review', ReviewCommission),
    stepForm('review-report', '评审报告', 'Review report', ReviewReport),
    stepForm('meeting-call', '召集会议', 'Call of the meeting', MeetingCall),
    stepForm('meeting-opinion', '部门意见', 'Opinion of a department', MeetingOpinion),
    stepForm('meeting-minutes', '会议纪要', 'Minutes', MeetingMinutes),
    stepForm('decision', '作出决定', 'Decision', Decision),
    stepForm('sealing', '用印', 'Sealing', Sealing),
    stepForm('delivery', '送达', 'Delivery', Delivery),
    stepForm('special-procedure', '特别程序', 'Special procedure', SpecialProcedure),
    stepForm('extension', '延期', 'Extension', Extension),
    stepForm('suspension', '中止办理', 'Suspension', Suspension),
    stepForm('resumption', '恢复办理', 'Resumption', Resumption),
    stepForm('termination', '终止办理', 'Termination', TerminationForm),
    stepForm('withdrawal', '撤回申请', 'Withdrawal', Withdrawal),
    stepForm('hearing-right', '告知听证权利', 'Right to a hearing', HearingRight),
    stepForm('hearing-request', '要求听证', 'Request for a hearing', HearingRequest),
    stepForm('hearing-schedule', '安排听证', 'Schedule of a hearing', HearingSchedule),
    stepForm('hearing-record', '听证笔录', 'Record of a hearing', HearingRecord),
    stepForm('public-notice', '公示', 'Public notice', PublicNotice),
    stepForm('objection', '异议', 'Objection', Objection),
    stepForm('objection-answer', '答复异议', 'Answer to an objection', ObjectionAnswer),
    stepForm('third-parties', '告知利害关系人', 'Third parties', ThirdParties),
    stepForm('third-party-statement', '利害关系人陈述申辩', 'Statement of a third party', ThirdPartyStatement),
    stepForm('third-party-release', '撤销利害关系人的告知', 'Release of a third party', ThirdPartyRelease),
    stepForm('permit-request-decision', '决定许可后续申请', 'Decision on a request of the holder', PermitRequestDecision),
    stepForm('return-for-examination', '退回重新审查', 'Return for examination', ReturnForExamination),
    stepForm('countersignature', '签署意见', 'Countersignature', Countersignature),
  ].map((form) => [form.key, form]),
);

/** Every form key that a flow may name. The one form of a stage is not among them; see `stage-form.ts`. */
export const stepFormKeys: readonly string[] = [...stepForms.keys()];

export function findForm(key: string): StepForm | undefined {
  return stepForms.get(key);
}

/** The form of a key, or `FORM_NOT_FOUND`. */
export function getForm(key: string): StepForm {
  const form = stepForms.get(key);
  if (!form) throw new DomainError('FORM_NOT_FOUND', { key, known: stepFormKeys });
  return form;
}

export interface ValidateStepFormOptions {
  /** The chosen outcome of the step, e.g. `refuse`: some fields are required only with it. */
  readonly outcome?: string;
  /** Kinds and sizes only. */
  readonly draft?: boolean;
}

/** Checks what a person entered at a step and answers clean values; throws `FORM_INVALID` with a message for each field. */
export function validateStepForm(key: string, data: unknown, { outcome, draft = false }: ValidateStepFormOptions = {}): Record<string, unknown> {
  const { form } = getForm(key);
  const faults: FieldFault[] = [];
  const instance = takeFields(form, data ?? {}, '', faults);
  refuseFaults(faults);
  if (draft) return toPlain(form, instance);
  const root = outcome === undefined ? {} : { outcome };
  while (dropHidden(form, instance, root)) continue;
  refuseFaults([...checkPresence(form, instance, { pointer: '', root }), ...checkValues(instance, '')]);
  return toPlain(form, instance);
}

function stepForm(key: string, zh: string, en: string, form: FormClass): StepForm {
  return { key, zh, en, form, schema: { $schema: 'https://json-schema.org/draft/2020-12/schema', ...schemaOfClass(form, { zh, en }) } };
}
