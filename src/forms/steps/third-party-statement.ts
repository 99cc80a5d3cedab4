import { Choice } from '../fields/choice.js';
import { Text } from '../fields/text.js';

/** 利害关系人陈述申辩 as it was written down (行政许可法 art. 36). */
export class ThirdPartyStatement {
  @Text({ zh: '利害关系人', en: 'Third party', max: 40, help: '仅有一人待陈述时可不填', helpEn: 'Not needed while only one person is awaited' })
  thirdParty?: string;

  @Choice({
    zh: '陈述方式',
    en: 'Way',
    options: [
      { value: 'written', zh: '书面', en: 'In writing' },
      { value: 'oral', zh: '口头（已制作笔录）', en: 'Orally, written down' },
    ],
    required: true,
  })
  way?: string;

  @Text({ zh: '陈述申辩内容', en: 'Statement', max: 4000, multiline: true, required: true })
  statement?: string;
}
