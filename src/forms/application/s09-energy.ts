import { Decimal } from '../fields/number.js';

/** S09 能源消费. From 1 000 tce or 5 million kWh a year an energy review is needed. */
export class Energy {
  @Decimal({ zh: '年综合能源消费量', en: 'Yearly energy use', unit: '吨标准煤', unitEn: 'tce', decimals: 2, help: '达到 1000 吨标准煤须节能审查', helpEn: 'From 1 000 tce an energy review is needed' })
  annualEnergyTce?: number;

  @Decimal({ zh: '年电力消费量', en: 'Yearly electricity', unit: 'kWh', decimals: 2, help: '达到 500 万 kWh 须节能审查', helpEn: 'From 5 million kWh an energy review is needed' })
  annualElectricityKwh?: number;

  @Decimal({ zh: '设计电能利用效率（PUE）', en: 'Designed power usage effectiveness', decimals: 3, min: 1, max: 5, help: '数据中心项目填写', helpEn: 'For data centres' })
  powerUsageEffectiveness?: number;
}
