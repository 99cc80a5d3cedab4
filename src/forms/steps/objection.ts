import { Text } from '../fields/text.js';

/** 异议、陈述申辩 of a third party, written down by the window (行政许可法 art. 36). */
export class Objection {
  @Text({ zh: '姓名或者名称', en: 'Name', max: 100, required: true })
  name?: string;

  @Text({ zh: '联系方式', en: 'Contact', max: 100, required: true })
  contact?: string;

  @Text({ zh: '异议内容', en: 'Statement', max: 4000, multiline: true, required: true })
  statement?: string;
}
