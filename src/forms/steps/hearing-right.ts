import { Text } from '../fields/text.js';

/** 告知听证权利. Where the permit directly touches major interests of the applicant and others (行政许可法 art. 47). */
export class HearingRight {
  @Text({ zh: '听证事由', en: 'Reason', max: 1000, multiline: true, required: true })
  reason?: string;
}
