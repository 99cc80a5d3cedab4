import { Choices } from '../fields/choice.js';
import { PlainDate } from '../fields/plain-date.js';
import { Text } from '../fields/text.js';
import { jointAcceptances } from './code-lists.js';

/** S16 竣工与验收. One list for the one joint visit (联合验收). */
export class Completion {
  @PlainDate({ zh: '竣工日期', en: 'Day of completion', required: true })
  completedOn?: string;

  @PlainDate({ zh: '五方验收日期', en: 'Day of acceptance by the five parties' })
  acceptedOn?: string;

  @Text({ zh: '竣工测绘成果号', en: 'Number of the completion survey', max: 100 })
  surveyNumber?: string;

  @Choices({ zh: '申请联合验收的专项', en: 'Special acceptances asked for', options: jointAcceptances })
  jointAcceptance?: string[];
}
