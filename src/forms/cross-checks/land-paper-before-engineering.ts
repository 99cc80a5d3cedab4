import { fault, type FieldFault } from '../field-fault.js';
import { word, type CrossCheck } from './cross-check.js';

const laterStages = ['GC', 'SG', 'JG'];

/** From the engineering stage on, granted land has its contract or decision (城乡规划法 art. 37-38, 40); it cannot be dated after the filing. */
export const landPaperBeforeEngineering: CrossCheck = {
  key: 'land-paper-before-engineering',
  needs: ['S05'],
  check: (form, { stage, filedOn }) => {
    const supply = word(form, 'S05', 'landSupply');
    const [number, date] = [word(form, 'S05', 'landPaperNumber'), word(form, 'S05', 'landPaperDate')];
    const faults: FieldFault[] = [];
    if (stage !== undefined && laterStages.includes(stage) && supply !== undefined && supply !== 'existing') {
      if (number === undefined) faults.push(fault('/S05/landPaperNumber', '请填写“土地合同或决定书编号”', 'The number of the land contract or decision is required'));
      if (date === undefined) faults.push(fault('/S05/landPaperDate', '请填写“土地合同或决定书签订日期”', 'The date of the land contract or decision is required'));
    }
    if (date !== undefined && filedOn !== undefined && date > filedOn) faults.push(fault('/S05/landPaperDate', '签订日期不能晚于申报日期', 'The date cannot lie after the filing'));
    return faults;
  },
};
