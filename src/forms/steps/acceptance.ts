import type { Condition } from '../condition.js';
import { Choice } from '../fields/choice.js';
import { ListOf } from '../fields/list-of.js';
import { PlainDate } from '../fields/plain-date.js';
import { Text } from '../fields/text.js';

const refused: Condition = { field: '/outcome', equals: 'refuse' };
const notCompetent: Condition = { field: './refusalGround', equals: 'notCompetent' };

/** A paper owed after acceptance 容缺材料. */
export class OwedMaterial {
  @Text({ zh: '容缺材料代码', en: 'Owed material', max: 120, required: true })
  materialCode?: string;

  @PlainDate({ zh: '补交期限', en: 'Due on', required: true })
  dueOn?: string;
}

/** 受理审查. Refusing needs its ground and, where another authority is competent, its name (行政许可法 art. 32(1)-(2)). */
export class Acceptance {
  @Text({ zh: '受理意见', en: 'Remarks', max: 1000, multiline: true })
  remarks?: string;

  @Choice({
    zh: '不予受理的情形',
    en: 'Ground for not accepting',
    options: [
      { value: 'noPermitNeeded', zh: '依法不需要取得行政许可', en: 'No permit is needed' },
      { value: 'notCompetent', zh: '不属于本机关职权范围', en: 'Not competent' },
      { value: 'notCorrected', zh: '逾期未补正或补正后仍不符合法定形式', en: 'Not corrected in time or still not in legal form' },
      { value: 'other', zh: '其他', en: 'Other' },
    ],
    showWhen: refused,
    required: refused,
  })
  refusalGround?: string;

  @Text({ zh: '不予受理的理由', en: 'Reasons', max: 2000, multiline: true, showWhen: refused, required: refused })
  reasons?: string;

  @Text({ zh: '有管辖权的机关', en: 'The competent authority', max: 200, showWhen: notCompetent, required: notCompetent })
  competentAuthority?: string;

  @Text({ zh: '更正有权机关的理由', en: 'Why another authority', max: 500, multiline: true, showWhen: notCompetent, help: '与系统按事项、地点和授权委托日期给出的机关不同时填写', helpEn: 'Where it is not the one that follows from item, place and day of the delegation' })
  authorityReason?: string;

  @ListOf(() => OwedMaterial, { zh: '容缺受理材料', en: 'Papers owed', max: 50, showWhen: { field: '/outcome', notIn: ['refuse'] } })
  owedMaterials?: OwedMaterial[];
}
