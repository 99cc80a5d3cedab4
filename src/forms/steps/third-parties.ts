import { ListOf } from '../fields/list-of.js';
import { WholeNumber } from '../fields/number.js';
import { Text } from '../fields/text.js';
import { YesNo } from '../fields/yes-no.js';

/** One person whose interests are touched. */
export class NamedThirdParty {
  @Text({ zh: '姓名或者名称', en: 'Name', max: 100, required: true })
  name?: string;

  @Text({ zh: '联系方式', en: 'Contact', max: 100, required: true })
  contact?: string;

  @Text({ zh: '涉及的重大利益', en: 'Interest that is touched', max: 1000, multiline: true, required: true })
  interest?: string;
}

/** 告知利害关系人. Those whose own major interests the item touches directly are told and heard before it is decided (行政许可法 art. 36). */
export class ThirdParties {
  @ListOf(() => NamedThirdParty, { zh: '利害关系人', en: 'Third parties', min: 1, max: 50, required: true })
  persons?: NamedThirdParty[];

  @WholeNumber({ zh: '陈述申辩期限', en: 'Time for the statement', unit: '工作日', unitEn: 'working days', min: 3, max: 30, help: '自送达之日起计算，默认 5 个工作日', helpEn: 'Counted from service; 5 unless said otherwise' })
  statementWorkdays?: number;

  @YesNo({ zh: '同时告知听证权利', en: 'With the right to a hearing', help: '直接涉及申请人与他人之间重大利益关系的', helpEn: 'Where major interests between applicant and others are touched directly' })
  hearingRight?: boolean;
}
