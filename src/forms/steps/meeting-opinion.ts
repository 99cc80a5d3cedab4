import type { Condition } from '../condition.js';
import { Choice } from '../fields/choice.js';
import { Text } from '../fields/text.js';

const disagrees: Condition = { field: './opinion', equals: 'disagree' };

/** 部门意见. Agree, or disagree with a reason; there is no third answer. */
export class MeetingOpinion {
  @Choice({
    zh: '部门意见',
    en: 'Opinion',
    options: [
      { value: 'agree', zh: '同意', en: 'Agree' },
      { value: 'disagree', zh: '不同意', en: 'Disagree' },
    ],
    required: true,
  })
  opinion?: string;

  @Text({ zh: '不同意的理由', en: 'Reason', max: 1000, multiline: true, showWhen: disagrees, required: disagrees })
  reason?: string;

  @Text({ zh: '建议', en: 'Suggestions', max: 1000, multiline: true })
  suggestions?: string;
}
