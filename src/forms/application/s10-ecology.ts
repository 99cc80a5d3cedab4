import { Choice } from '../fields/choice.js';
import { ListOf } from '../fields/list-of.js';
import { Decimal } from '../fields/number.js';
import { Text } from '../fields/text.js';
import { YesNo } from '../fields/yes-no.js';
import { eiaCategories } from './code-lists.js';

/** One pollutant under total control 总量指标. */
export class PollutantTotal {
  @Text({ zh: '污染物', en: 'Pollutant', max: 50, required: true })
  pollutant?: string;

  @Decimal({ zh: '年排放量', en: 'Yearly amount', unit: '吨/年', unitEn: 't/a', decimals: 4, required: true })
  yearlyAmount?: number;
}

/** S10 生态环境. The category decides between EIA report and form. */
export class Ecology {
  @Choice({ zh: '环评类别', en: 'EIA category', options: eiaCategories, required: true, help: '按建设项目环境影响评价分类管理名录', helpEn: 'By the classification catalogue' })
  eiaCategory?: string;

  @YesNo({ zh: '是否涉及环境敏感区', en: 'Touches a sensitive area' })
  sensitiveArea?: boolean;

  @ListOf(() => PollutantTotal, { zh: '总量指标', en: 'Total control figures', max: 30 })
  pollutantTotals?: PollutantTotal[];
}
