import type { Condition } from '../condition.js';
import { Decimal } from '../fields/number.js';
import { Text } from '../fields/text.js';
import { YesNo } from '../fields/yes-no.js';

const takesWater: Condition = { field: '/S11/waterAbstractionM3', above: 0 };

/** S11 水资源与水土保持. Thresholds: 5 ha or 50 000 m³ report, 0.5 ha or 1 000 m³ form (水利部令53). */
export class Water {
  @Decimal({ zh: '水土保持占地面积', en: 'Land disturbed', unit: '公顷', unitEn: 'ha', decimals: 4 })
  occupiedLandHa?: number;

  @Decimal({ zh: '挖填土石方总量', en: 'Excavation plus fill', unit: 'm³', decimals: 2, help: '挖方与填方之和', helpEn: 'Excavation and fill together' })
  earthworkM3?: number;

  @Decimal({ zh: '年取水量', en: 'Water taken per year', unit: 'm³/年', unitEn: 'm³/a', decimals: 2, help: '直接取用地表水或地下水；使用公共供水填 0', helpEn: 'Taken directly; 0 when from the public supply' })
  waterAbstractionM3?: number;

  @Text({ zh: '取水口位置', en: 'Place of the intake', max: 200, showWhen: takesWater, required: takesWater })
  intakePlace?: string;

  @Text({ zh: '退水方案', en: 'Return of water', max: 1000, multiline: true, showWhen: takesWater, required: takesWater })
  returnWater?: string;

  @YesNo({ zh: '是否位于河道管理范围、洪泛区或蓄滞洪区', en: 'In a river management area or flood area' })
  inFloodArea?: boolean;
}
