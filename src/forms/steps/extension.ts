import { Choice } from '../fields/choice.js';
import { WholeNumber } from '../fields/number.js';
import { Text } from '../fields/text.js';

/** 延期. Approved by the head whom the law names, with the reason that the applicant is told (行政许可法 art. 42). */
export class Extension {
  @WholeNumber({ zh: '延长时间', en: 'Extension', unit: '工作日', unitEn: 'working days', min: 1, max: 60, required: true })
  workdays?: number;

  @Choice({
    zh: '批准人',
    en: 'Approved by',
    options: [
      { value: 'authorityHead', zh: '本行政机关负责人', en: 'Head of the authority' },
      { value: 'principalHead', zh: '本行政机关主要负责人', en: 'Principal head of the authority' },
      { value: 'governmentHead', zh: '本级人民政府负责人', en: 'Head of the people’s government' },
    ],
    required: true,
  })
  approvedBy?: string;

  @Text({ zh: '延期理由', en: 'Reason', max: 1000, multiline: true, required: true })
  reason?: string;
}
