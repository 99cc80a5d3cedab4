import { sumUnits, toUnits, unitsToText } from '../decimal.js';
import { fault, type FieldFault } from '../field-fault.js';
import { figure, rows, type CheckedForm, type CrossCheck } from './cross-check.js';

const decimals = 4;

/** Capital within the total; the parts, once all are given, and the sources of funds add up to the total, to one yuan. */
export const investmentAddsUp: CrossCheck = {
  key: 'investment-adds-up',
  needs: ['S07'],
  check: (form) => [...capitalWithinTotal(form), ...partsAddUp(form), ...sourcesAddUp(form)],
};

function capitalWithinTotal(form: CheckedForm): FieldFault[] {
  const [total, capital] = [figure(form, 'S07', 'totalInvestment'), figure(form, 'S07', 'capital')];
  if (total === undefined || capital === undefined || toUnits(capital, decimals) <= toUnits(total, decimals)) return [];
  return [fault('/S07/capital', '资本金不能大于总投资', 'The capital cannot exceed the total investment')];
}

function partsAddUp(form: CheckedForm): FieldFault[] {
  const total = figure(form, 'S07', 'totalInvestment');
  const parts = ['civilWorks', 'equipment', 'otherCosts'].map((key) => figure(form, 'S07', key));
  if (total === undefined || parts.every((part) => part === undefined)) return [];
  const sum = sumUnits(parts.map((part) => part ?? 0), decimals);
  const wanted = toUnits(total, decimals);
  if (sum === wanted || (sum < wanted && parts.includes(undefined))) return [];
  return [fault('/S07/totalInvestment', `土建、设备、其他投资之和为 ${unitsToText(sum, decimals)} 万元，与总投资不符`, `Works, equipment and other costs add up to ${unitsToText(sum, decimals)}, not to the total`)];
}

function sourcesAddUp(form: CheckedForm): FieldFault[] {
  const total = figure(form, 'S07', 'totalInvestment');
  const amounts = rows(form, 'S07', 'fundingSources').map((row) => row['amount']);
  if (total === undefined || amounts.length === 0 || !amounts.every((amount): amount is number => typeof amount === 'number')) return [];
  const sum = sumUnits(amounts, decimals);
  if (sum === toUnits(total, decimals)) return [];
  return [fault('/S07/fundingSources', `资金来源之和为 ${unitsToText(sum, decimals)} 万元，与总投资不符`, `The sources add up to ${unitsToText(sum, decimals)}, not to the total`)];
}
