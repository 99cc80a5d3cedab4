import { ListOf } from '../fields/list-of.js';
import { Decimal } from '../fields/number.js';
import { Text } from '../fields/text.js';

/** One source of funds. */
export class FundingSource {
  @Text({ zh: '来源', en: 'Source', max: 100, required: true })
  source?: string;

  @Decimal({ zh: '金额', en: 'Amount', unit: '万元', unitEn: '10 000 yuan', decimals: 4, required: true })
  amount?: number;
}

const money = { unit: '万元', unitEn: '10 000 yuan', decimals: 4 };

/** S07 投资与资金. All sums exact to one yuan. */
export class Investment {
  @Decimal({ zh: '总投资', en: 'Total investment', ...money, required: true })
  totalInvestment?: number;

  @Decimal({ zh: '资本金', en: 'Project capital', ...money, required: true })
  capital?: number;

  @Decimal({ zh: '其中：土建投资', en: 'Of which civil works', ...money, group: '投资构成' })
  civilWorks?: number;

  @Decimal({ zh: '其中：设备投资', en: 'Of which equipment', ...money, group: '投资构成' })
  equipment?: number;

  @Decimal({ zh: '其中：其他投资', en: 'Of which other costs', ...money, group: '投资构成' })
  otherCosts?: number;

  @ListOf(() => FundingSource, { zh: '资金来源明细', en: 'Sources of funds', max: 20, help: '各项之和应等于总投资', helpEn: 'They add up to the total' })
  fundingSources?: FundingSource[];
}
