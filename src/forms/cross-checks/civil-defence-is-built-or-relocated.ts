import { fault } from '../field-fault.js';
import { figure, flag, type CrossCheck } from './cross-check.js';

/** The basement due is built in full, or relocation is asked for. */
export const civilDefenceIsBuiltOrRelocated: CrossCheck = {
  key: 'civil-defence-is-built-or-relocated',
  needs: ['S12'],
  check: (form) => {
    const [due, planned] = [figure(form, 'S12', 'requiredArea'), figure(form, 'S12', 'plannedArea')];
    if (flag(form, 'S12', 'civilDefenceDuty') !== true || due === undefined || planned === undefined) return [];
    if (planned >= due || flag(form, 'S12', 'relocation') === true) return [];
    return [fault('/S12/plannedArea', '拟建面积小于应建面积的，应申请易地建设', 'Less than the area due: relocation must be requested')];
  },
};
