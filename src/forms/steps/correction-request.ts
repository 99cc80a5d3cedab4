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

  @Text({ zh: '备注', en: 'Remarks', max: 1000, multiline: true })
  remarks?: string;
}
