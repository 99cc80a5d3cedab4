import { Choice } from '../fields/choice.js';
import { ListOf, Texts } from '../fields/list-of.js';
import { PlainDate } from '../fields/plain-date.js';
import { Text } from '../fields/text.js';

export class MeetingMatter {
  @Text({ zh: '议题', en: 'Matter', max: 500, required: true })
  matter?: string;

  @Text({ zh: '研究结论', en: 'Conclusion', max: 1000, required: true })
  conclusion?: string;
}

export class DepartmentLine {
  @Text({ zh: '部门', en: 'Department', max: 200, required: true })
  department?: string;

  @Choice({
    zh: '意见',
    en: 'Opinion',
    options: [
      { value: 'agree', zh: '同意', en: 'Agree' },
      { value: 'disagree', zh: '不同意', en: 'Disagree' },
      { value: 'agreeBySilence', zh: '逾期未反馈，视为同意', en: 'Silent, taken as agreement' },
    ],
    required: true,
  })
  opinion?: string;

  @Text({ zh: '说明', en: 'Remarks', max: 1000, required: { field: './opinion', equals: 'disagree' } })
  remarks?: string;
}

/** 会议纪要. One set of minutes with one opinion line for each department. */
export class MeetingMinutes {
  @PlainDate({ zh: '会议日期', en: 'Day', required: true })
  heldOn?: string;

  @Text({ zh: '主持人', en: 'Chair', max: 50, required: true })
  chair?: string;

  @Texts({ zh: '出席', en: 'Present', min: 1, max: 100, maxLength: 200, required: true })
  present?: string[];

  @Texts({ zh: '缺席', en: 'Absent', max: 100, maxLength: 200 })
  absent?: string[];

  @ListOf(() => MeetingMatter, { zh: '会议议题', en: 'Matters', min: 1, max: 50, required: true })
  matters?: MeetingMatter[];

  @ListOf(() => DepartmentLine, { zh: '部门意见', en: 'Opinions', max: 50 })
  opinions?: DepartmentLine[];

  @Text({ zh: '会议结论', en: 'Conclusion', max: 2000, multiline: true, required: true })
  conclusion?: string;
}
