import type { Item } from './item.js';
import type { PrerequisiteContext, PrerequisiteGroup } from './prerequisites.js';

/** The contract by which sold or leased land is granted (国有建设用地使用权出让/租赁合同). It is a paper, not an item of the list. */
export const landTransferContract = 'land-transfer-contract';

/** The item whose result is the land-use planning permit, by the national basic code that public lists show for it. */
const landPlanningPermitBasicCode = '000115131000';

/**
 * Sold or leased land: the contract with the planning conditions comes first, then the land-use planning permit (城乡规划法 art. 38).
 * The contract is there when it is among the documents, or when the form gives its number and date.
 * The order for allocated land (permit before allocation decision, art. 37) is an ordinary prerequisite of the list.
 */
export function landPrerequisites(item: Item, context: PrerequisiteContext): PrerequisiteGroup[] {
  if (item.nationalBasicCode !== landPlanningPermitBasicCode) return [];
  const supply = context.answers['landSupply'];
  if (supply !== 'sale' && supply !== 'lease') return [];
  const met = context.documents?.includes(landTransferContract) === true || context.answers['landContractSigned'] === true;
  return [
    {
      anyOf: [landTransferContract],
      kind: 'hard',
      basis: '城乡规划法 art. 38',
      state: met ? 'met' : 'unmet',
      blocks: !met,
      beforeDecisionOnly: false,
      reason: met ? '土地使用权合同已签订' : '以出让、租赁方式取得土地的，应先签订土地使用权合同',
      reasonEn: met ? 'The land contract has been signed' : 'For sold or leased land the contract must be signed first',
    },
  ];
}
