import type { Condition } from '../condition.js';
import { Choice } from '../fields/choice.js';
import { ListOf } from '../fields/list-of.js';
import { Decimal, WholeNumber } from '../fields/number.js';
import { Text } from '../fields/text.js';
import { YesNo } from '../fields/yes-no.js';
import { buildingUses, fireRatings, structures } from './code-lists.js';

const linear: Condition = { field: '/S01/projectType', equals: 'GOV_LINEAR' };
const notLinear: Condition = { field: '/S01/projectType', notIn: ['GOV_LINEAR'] };
const area = { unit: '㎡', unitEn: 'm²', decimals: 2 };

/** A single building 单体工程. */
export class Building {
  @Text({ zh: '单体名称', en: 'Name of the building', max: 100, required: true })
  name?: string;

  @WholeNumber({ zh: '地上层数', en: 'Floors above ground', unit: '层', unitEn: 'floors', max: 200, required: true })
  floorsAbove?: number;

  @WholeNumber({ zh: '地下层数', en: 'Floors below ground', unit: '层', unitEn: 'floors', max: 20 })
  floorsBelow?: number;

  @Decimal({ zh: '高度', en: 'Height', unit: 'm', decimals: 2, max: 1000 })
  height?: number;

  @Choice({ zh: '结构', en: 'Structure', options: structures })
  structure?: string;

  @Choice({ zh: '用途', en: 'Use', options: buildingUses })
  use?: string;

  @Decimal({ zh: '建筑面积', en: 'Floor area', ...area, required: true })
  area?: number;

  @Choice({ zh: '耐火等级', en: 'Fire rating', options: fireRatings })
  fireRating?: string;
}

/** S08 建设内容与单体工程. */
export class Works {
  @Decimal({ zh: '总建筑面积', en: 'Total floor area', ...area, required: notLinear })
  totalFloorArea?: number;

  @Decimal({ zh: '地上建筑面积', en: 'Floor area above ground', ...area, showWhen: notLinear })
  aboveGroundArea?: number;

  @Decimal({ zh: '地下建筑面积', en: 'Floor area below ground', ...area, showWhen: notLinear })
  undergroundArea?: number;

  @ListOf(() => Building, { zh: '单体工程', en: 'Buildings', max: 200, showWhen: notLinear, help: '各单体建筑面积之和应等于总建筑面积', helpEn: 'Their areas add up to the total' })
  buildings?: Building[];

  @Text({ zh: '线路起点', en: 'Start of the line', max: 200, showWhen: linear, required: linear, group: '线性工程' })
  lineStart?: string;

  @Text({ zh: '线路终点', en: 'End of the line', max: 200, showWhen: linear, required: linear, group: '线性工程' })
  lineEnd?: string;

  @Decimal({ zh: '线路长度', en: 'Length of the line', unit: 'm', decimals: 2, showWhen: linear, required: linear, group: '线性工程' })
  lineLength?: number;

  @YesNo({ zh: '是否属于无需办理建设工程规划许可的内部改造', en: 'Interior works without planning permit' })
  planningPermitExempt?: boolean;

  @YesNo({ zh: '是否需单独进行雷电防护审核', en: 'Lightning protection reviewed separately', help: '油库、气库、弹药库、化学品仓库、烟花爆竹、石化等易燃易爆场所，以及需单独论证的场所', helpEn: 'Inflammable or explosive sites and sites that need separate proof' })
  lightningSeparateReview?: boolean;
}
