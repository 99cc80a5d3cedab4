import { PlainDate } from '../fields/plain-date.js';
import { Text } from '../fields/text.js';

/** 公示. What is intended, open to objections until the day on which it closes. */
export class PublicNotice {
  @Text({ zh: '公示标题', en: 'Title', max: 200, required: true })
  title?: string;

  @Text({ zh: '公示内容', en: 'Content', max: 4000, multiline: true, required: true })
  content?: string;

  @PlainDate({ zh: '公示截止日期', en: 'Closes on', required: true })
  closesOn?: string;
}
