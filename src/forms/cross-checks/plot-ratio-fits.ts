import { fault } from '../field-fault.js';
import { figure, type CrossCheck } from './cross-check.js';

/** The floor area ratio is the counted floor area over the land area, rounded to two places. */
export const plotRatioFits: CrossCheck = {
  key: 'plot-ratio-fits',
  needs: ['S05', 'S06'],
  check: (form) => {
    const [ratio, counted, land] = [figure(form, 'S06', 'plotRatio'), figure(form, 'S06', 'countedFloorArea'), figure(form, 'S05', 'landArea')];
    if (ratio === undefined || counted === undefined || land === undefined || land === 0) return [];
    const computed = counted / land;
    // Half a unit of the second place, and room for binary rounding.
    if (Math.abs(computed - ratio) <= 0.005 + 1e-9) return [];
    return [fault('/S06/plotRatio', `按计容建筑面积与用地面积计算，容积率应为 ${computed.toFixed(2)}`, `Counted floor area over land area gives ${computed.toFixed(2)}`)];
  },
};
