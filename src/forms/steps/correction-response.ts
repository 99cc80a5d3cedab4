import { Attachment } from '../fields/attachment.js';
import { ListOf } from '../fields/list-of.js';
import { Text } from '../fields/text.js';
import { IsFieldTarget } from '../validators/is-field-target.js';

/** How the applicant answers one point of the notice; the corrected field itself is changed in the form. */
export class CorrectionReply {
  @Text({ zh: '补正对象', en: 'What was corrected', max: 200, required: true })
  @IsFieldTarget()
  target?: string;

  @Text({ zh: '补正说明', en: 'Explanation', max: 500 })
  reply?: string;

  @Attachment({ zh: '补正材料', en: 'Corrected paper' })
  attachment?: string;
}

/** 补正提交. */
export class CorrectionResponse {
  @ListOf(() => CorrectionReply, { zh: '补正答复', en: 'Replies', max: 100, min: 1, required: true })
  replies?: CorrectionReply[];

  @Text({ zh: '备注', en: 'Remarks', max: 1000, multiline: true })
  remarks?: string;
}
