import type { Condition } from '../condition.js';
import { Choice } from '../fields/choice.js';
import { PlainDate } from '../fields/plain-date.js';
import { Text } from '../fields/text.js';

const refused: Condition = { field: './outcome', equals: 'refused' };
const granted: Condition = { field: './outcome', equals: 'granted' };

/** 决定延续、变更、延期申请. */
export class PermitRequestDecision {
  @Choice({
    zh: '决定',
    en: 'Decision',
    options: [
      { value: 'granted', zh: '同意', en: 'Granted' },
      { value: 'refused', zh: '不同意', en: 'Refused' },
    ],
    required: true,
  })
  outcome?: string;

  @Text({ zh: '理由', en: 'Reasons', max: 1000, multiline: true, required: refused })
  reasons?: string;

  @PlainDate({ zh: '延续后的有效期至', en: 'Valid until', showWhen: granted, help: '事项清单没有规定期限时填写', helpEn: 'Where the list of items sets no term' })
  validUntil?: string;
}
