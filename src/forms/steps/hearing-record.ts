import { Texts } from '../fields/list-of.js';
import { Text } from '../fields/text.js';

/** 听证笔录. Signed by those who took part; the item is decided on it (行政许可法 art. 48). */
export class HearingRecord {
  @Texts({ zh: '到场人员', en: 'Present', min: 1, max: 100, maxLength: 200, required: true })
  present?: string[];

  @Text({ zh: '各方意见', en: 'Statements', max: 4000, multiline: true, required: true })
  statements?: string;

  @Text({ zh: '查明的事实', en: 'Findings', max: 4000, multiline: true, required: true })
  findings?: string;

  @Texts({ zh: '签字人员', en: 'Signed by', min: 1, max: 100, maxLength: 200, required: true })
  signedBy?: string[];
}
