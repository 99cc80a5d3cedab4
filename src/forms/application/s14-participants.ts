import type { Condition } from '../condition.js';
import { Choice } from '../fields/choice.js';
import { ListOf } from '../fields/list-of.js';
import { Decimal, WholeNumber } from '../fields/number.js';
import { PlainDate } from '../fields/plain-date.js';
import { Text } from '../fields/text.js';
import { YesNo } from '../fields/yes-no.js';
import { IsCreditCode } from '../validators/is-credit-code.js';
import { participantRoles, tenderMethods } from './code-lists.js';

/** A body that takes part in the works 参建单位. */
export class Participant {
  @Choice({ zh: '参建类别', en: 'Role', options: participantRoles, required: true })
  role?: string;

  @Text({ zh: '参建单位名称', en: 'Name', max: 200, required: true })
  name?: string;

  @Text({ zh: '参建单位信用代码', en: 'Credit code', max: 18, required: true })
  @IsCreditCode()
  creditCode?: string;

  @Text({ zh: '资质等级', en: 'Qualification', max: 200 })
  qualification?: string;

  @Text({ zh: '项目负责人', en: 'Person in charge', max: 50, required: true })
  leaderName?: string;

  @Text({ zh: '负责人注册号', en: 'Registration number of the person in charge', max: 50 })
  leaderRegistration?: string;
}

const tendered: Condition = { field: '/S14/tenderMethod', in: ['open', 'invited'] };

/** S14 参建单位. */
export class Participants {
  @ListOf(() => Participant, { zh: '参建单位', en: 'Participants', max: 50, min: 1, required: true })
  participants?: Participant[];

  @YesNo({ zh: '是否属于依法必须招标的项目', en: 'Must be tendered by law', group: '招标与合同' })
  mustTender?: boolean;

  @Choice({ zh: '招标方式', en: 'Way of contracting', options: tenderMethods, group: '招标与合同' })
  tenderMethod?: string;

  @PlainDate({ zh: '确定中标人日期', en: 'Day of the award', showWhen: tendered, group: '招标与合同', help: '依法必须招标的，自确定中标人之日起 15 日内提交书面报告', helpEn: 'The written report is due within 15 days (招标投标法 art. 47)' })
  awardedOn?: string;

  @Decimal({ zh: '合同价', en: 'Contract price', unit: '万元', unitEn: '10 000 yuan', decimals: 4, group: '招标与合同' })
  contractPrice?: number;

  @WholeNumber({ zh: '合同工期', en: 'Contract period', unit: '日历天', unitEn: 'calendar days', min: 1, max: 10000, group: '招标与合同' })
  contractDays?: number;
}
