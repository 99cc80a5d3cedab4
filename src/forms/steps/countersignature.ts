import type { Condition } from '../condition.js';
import { Choice } from '../fields/choice.js';
import { Text } from '../fields/text.js';

const disagrees: Condition = { field: './choice', equals: 'disagree' };

/** 签署意见 of somebody who signs another's work. A vote against says why. */
export class Countersignature {
  @Choice({
    zh: '意见',
    en: 'Choice',
    options: [
      { value: 'agree', zh: '同意', en: 'Agree' },
      { value: 'disagree', zh: '不同意', en: 'Disagree' },
      { value: 'abstain', zh: '弃权', en: 'Abstain' },
    ],
    required: true,
  })
  choice?: string;

  @Text({ zh: '说明', en: 'Opinion', max: 2000, multiline: true, required: disagrees })
  opinion?: string;
}
