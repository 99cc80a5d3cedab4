import { Attachment } from '../fields/attachment.js';
import { Choice } from '../fields/choice.js';
import { ListOf } from '../fields/list-of.js';
import { PlainDate } from '../fields/plain-date.js';
import { Text } from '../fields/text.js';

export class Expert {
  @Text({ zh: '专家姓名', en: 'Name', max: 50, required: true })
  name?: string;

  @Text({ zh: '专业', en: 'Field', max: 100, required: true })
  speciality?: string;

  @Text({ zh: '工作单位', en: 'Organisation', max: 200 })
  organisation?: string;
}

export class ReviewPoint {
  @Text({ zh: '对应事项', en: 'Item', max: 64, help: '不填则适用于全部事项', helpEn: 'All items when empty' })
  itemCode?: string;

  @Text({ zh: '评审要点', en: 'Point', max: 1000, required: true })
  point?: string;

  @Text({ zh: '修改要求', en: 'What to change', max: 1000 })
  change?: string;
}

/** 评审报告. One report serves every item of the stage. */
export class ReviewReport {
  @Choice({
    zh: '评审结论',
    en: 'Conclusion',
    options: [
      { value: 'pass', zh: '通过', en: 'Pass' },
      { value: 'pass-after-changes', zh: '修改后通过', en: 'Pass after changes' },
      { value: 'fail', zh: '不通过', en: 'Fail' },
    ],
    required: true,
  })
  conclusion?: string;

  @ListOf(() => Expert, { zh: '评审专家', en: 'Experts', min: 1, max: 50, required: true })
  experts?: Expert[];

  @ListOf(() => ReviewPoint, { zh: '评审意见', en: 'Points', min: 1, max: 200, required: true })
  points?: ReviewPoint[];

  @PlainDate({ zh: '评审日期', en: 'Day of the review' })
  reviewedOn?: string;

  @Text({ zh: '须修改的内容', en: 'Changes needed', max: 2000, multiline: true, showWhen: { field: './conclusion', equals: 'pass-after-changes' }, required: { field: './conclusion', equals: 'pass-after-changes' } })
  changesNeeded?: string;

  @Text({ zh: '不通过的理由', en: 'Reasons for failing', max: 2000, multiline: true, showWhen: { field: './conclusion', equals: 'fail' }, required: { field: './conclusion', equals: 'fail' } })
  failureReasons?: string;

  @Attachment({ zh: '评审报告附件', en: 'Report file' })
  reportFile?: string;
}
