import { Choice } from '../fields/choice.js';
import { ListOf } from '../fields/list-of.js';
import { WholeNumber } from '../fields/number.js';
import { Text } from '../fields/text.js';
import { IsFieldTarget } from '../validators/is-field-target.js';

/** One thing to correct: what, why, and the norm behind it. */
export class CorrectionItem {
  @Text({ zh: '补正对象', en: 'What to correct', help: '表单字段或材料代码', helpEn: 'A field of the form or a material', max: 200, required: true })
  @IsFieldTarget()
  target?: string;

  @Text({ zh: '补正原因', en: 'Reason', max: 500, required: true })
  reason?: string;

  @Text({ zh: '依据', en: 'Norm', max: 500, required: true })
  norm?: string;
}

/** 一次性补正告知. Everything that is missing, once (行政许可法 art. 32(4)). */
export class CorrectionRequest {
  @ListOf(() => CorrectionItem, { zh: '补正内容', en: 'To correct', max: 100, min: 1, required: true })
  items?: CorrectionItem[];

  @WholeNumber({ zh: '建议补正时限', en: 'Time to hand in', unit: '工作日', unitEn: 'working days', min: 1, max: 60 })
  handInWorkdays?: number;

  @Choice({
    zh: '未一次告知的情形',
    en: 'Why it was not told before',
    options: [
      { value: 'newFact', zh: '新事实', en: 'A new fact' },
      { value: 'weMissedIt', zh: '本机关遗漏（计入考核）', en: 'We missed it (counted)' },
    ],
    help: '再次告知新的补正内容时填写',
    helpEn: 'For anything new in a later notice',
  })
  ground?: string;

  @Text({ zh: '情形说明', en: 'Explanation', max: 500, multiline: true })
  explanation?: string;

  @Text({ zh: '备注', en: 'Remarks', max: 1000, multiline: true })
  remarks?: string;
}
