import { Decimal, WholeNumber } from '../fields/number.js';

/** S06 规划指标. Inside the planning conditions of the land paper. */
export class PlanningIndicators {
  @Decimal({ zh: '容积率', en: 'Floor area ratio', decimals: 2, max: 20, help: '计容建筑面积除以用地面积', helpEn: 'Counted floor area divided by land area' })
  plotRatio?: number;

  @Decimal({ zh: '计容建筑面积', en: 'Counted floor area', unit: '㎡', unitEn: 'm²', decimals: 2 })
  countedFloorArea?: number;

  @Decimal({ zh: '建筑密度', en: 'Building density', unit: '%', decimals: 2, max: 100 })
  buildingDensity?: number;

  @Decimal({ zh: '绿地率', en: 'Green ratio', unit: '%', decimals: 2, max: 100 })
  greenRatio?: number;

  @Decimal({ zh: '规划建筑高度', en: 'Planned building height', unit: 'm', decimals: 2, max: 1000 })
  buildingHeight?: number;

  @WholeNumber({ zh: '停车位', en: 'Parking spaces', unit: '个', unitEn: 'spaces', max: 100000 })
  parkingSpaces?: number;
}
