import { sumUnits, toUnits, unitsToText } from '../decimal.js';
import { fault, type FieldFault } from '../field-fault.js';
import { figure, rows, type CheckedForm, type CrossCheck } from './cross-check.js';

const decimals = 2;

/** Above and below ground make the total; so do the buildings. */
export const floorAreaAddsUp: CrossCheck = {
  key: 'floor-area-adds-up',
  needs: ['S08'],
  check: (form) => [...levelsAddUp(form), ...buildingsAddUp(form)],
};

function levelsAddUp(form: CheckedForm): FieldFault[] {
  const [total, above, below] = [figure(form, 'S08', 'totalFloorArea'), figure(form, 'S08', 'aboveGroundArea'), figure(form, 'S08', 'undergroundArea')];
  if (total === undefined || above === undefined || below === undefined) return [];
  const sum = sumUnits([above, below], decimals);
  if (sum === toUnits(total, decimals)) return [];
  return [fault('/S08/totalFloorArea', `地上、地下建筑面积之和为 ${unitsToText(sum, decimals)} ㎡，与总建筑面积不符`, `Above and below ground add up to ${unitsToText(sum, decimals)} m², not to the total`)];
}

function buildingsAddUp(form: CheckedForm): FieldFault[] {
  const total = figure(form, 'S08', 'totalFloorArea');
  const areas = rows(form, 'S08', 'buildings').map((building) => building['area']);
  if (total === undefined || areas.length === 0 || !areas.every((area): area is number => typeof area === 'number')) return [];
  const sum = sumUnits(areas, decimals);
  if (sum === toUnits(total, decimals)) return [];
  return [fault('/S08/buildings', `各单体建筑面积之和为 ${unitsToText(sum, decimals)} ㎡，与总建筑面积不符`, `The buildings add up to ${unitsToText(sum, decimals)} m², not to the total`)];
}
