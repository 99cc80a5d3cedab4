import { fault, type FieldFault } from '../field-fault.js';
import { word, type CrossCheck } from './cross-check.js';

const governmentTypes = ['GOV_BUILDING', 'GOV_LINEAR'];

/** Government money is approved (政府投资条例 art. 9), enterprise money verified or filed (核准备案条例 art. 3); the type of project follows it. */
export const initiationFitsInvestor: CrossCheck = {
  key: 'initiation-fits-investor',
  needs: ['S01'],
  check: (form) => {
    const [source, initiation, type] = [word(form, 'S01', 'investmentSource'), word(form, 'S01', 'initiationType'), word(form, 'S01', 'projectType')];
    const faults: FieldFault[] = [];
    if (source === 'government' && initiation !== undefined && initiation !== 'approval') {
      faults.push(fault('/S01/initiationType', '政府投资项目应实行审批制', 'Government investment is initiated by approval'));
    }
    if (source === 'enterprise' && initiation === 'approval') {
      faults.push(fault('/S01/initiationType', '企业投资项目应实行核准或备案', 'Enterprise investment is verified or filed'));
    }
    if (source !== undefined && type !== undefined && source !== 'mixed' && (source === 'government') !== governmentTypes.includes(type)) {
      faults.push(fault('/S01/projectType', '项目类型与投资来源不符', 'The type of project does not fit the source of investment'));
    }
    return faults;
  },
};
