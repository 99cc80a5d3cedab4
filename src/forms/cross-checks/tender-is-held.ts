import { fault } from '../field-fault.js';
import { flag, word, type CrossCheck } from './cross-check.js';

/** Works that must be tendered are tendered (招标投标法 art. 3); a direct contract needs another answer. */
export const tenderIsHeld: CrossCheck = {
  key: 'tender-is-held',
  needs: ['S14'],
  check: (form, { filedOn }) => {
    const method = word(form, 'S14', 'tenderMethod');
    const awarded = word(form, 'S14', 'awardedOn');
    if (flag(form, 'S14', 'mustTender') === true && method === 'direct') {
      return [fault('/S14/tenderMethod', '依法必须招标的项目不能直接发包', 'Works that must be tendered cannot be contracted directly')];
    }
    if (awarded !== undefined && filedOn !== undefined && awarded > filedOn) return [fault('/S14/awardedOn', '确定中标人日期不能晚于申报日期', 'The award cannot lie after the filing')];
    return [];
  },
};
