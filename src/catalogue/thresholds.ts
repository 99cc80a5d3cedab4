/** The figures above which an item applies. They are settings: an administrator changes them when the rules behind them change. */
export interface Thresholds {
  /** Yearly energy use in tonnes of standard coal (tce) from which an energy review is needed. */
  readonly energyTce: number;
  /** Yearly electricity in kWh from which an energy review is needed. */
  readonly energyKwh: number;
  /** Land in hectares and earthwork (excavation + fill) in m³ from which a soil-and-water report is needed. */
  readonly soilWaterReportHa: number;
  readonly soilWaterReportM3: number;
  /** Land in hectares and earthwork in m³ from which a soil-and-water form is needed. */
  readonly soilWaterFormHa: number;
  readonly soilWaterFormM3: number;
  /** Below this investment (万元) or this floor area (㎡) works need no works permit. */
  readonly worksPermitInvestment: number;
  readonly worksPermitFloorArea: number;
}

/**
 * Energy: 节能审查办法, 1 000 tce or 5 million kWh. Soil and water: 水利部令53, 5 ha or 50 000 m³ (report), 0.5 ha or 1 000 m³ (form).
 * Works permit: the national figures of 300 000 yuan and 300 m²; some provinces have raised them, to be confirmed for Inner Mongolia.
 */
export const nationalThresholds: Thresholds = {
  energyTce: 1000,
  energyKwh: 5_000_000,
  soilWaterReportHa: 5,
  soilWaterReportM3: 50_000,
  soilWaterFormHa: 0.5,
  soilWaterFormM3: 1000,
  worksPermitInvestment: 30,
  worksPermitFloorArea: 300,
};
