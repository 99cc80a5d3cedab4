import { Text } from '../fields/text.js';

/** 撤回申请. The applicant may take the application back before the decision. */
export class Withdrawal {
  @Text({ zh: '撤回原因', en: 'Reason', max: 1000, multiline: true, required: true })
  reason?: string;
}
