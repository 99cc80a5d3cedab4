import { fault } from '../field-fault.js';
import { figure, rows, type CrossCheck } from './cross-check.js';

/** No building is higher than the planned height. */
export const heightWithinPlan: CrossCheck = {
  key: 'height-within-plan',
  needs: ['S06', 'S08'],
  check: (form) => {
    const limit = figure(form, 'S06', 'buildingHeight');
    if (limit === undefined) return [];
    return rows(form, 'S08', 'buildings').flatMap((building, index) => {
      const height = building['height'];
      return typeof height === 'number' && height > limit ? [fault(`/S08/buildings/${index}/height`, `高度超过规划建筑高度 ${limit} m`, `Higher than the planned ${limit} m`)] : [];
    });
  },
};
