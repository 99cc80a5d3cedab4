import type { Item } from '../../catalogue/item.js';
import type { CaseStep } from './case-step.js';

export interface Delegation {
  mode: string;
  /** The body in whose name and under whose seal the decision is made. */
  signingBody: { id: string; name: string };
  delegatingBody: { id: string; name: string };
}

/**
 * Under whose name and seal the item is decided (domain 3.5, T10): what was found for item, place and day when the application was
 * accepted, and stays so to its end. Without an imported delegation the list of items speaks: with 委托 the entrusting authority's name,
 * else the receiving body's own; the reconstructed list leaves the mode open (`to-confirm`) and the paper carries the note.
 */
export function delegationOf(step: CaseStep): Delegation {
  const { delegation, itemCode, itemListVersion } = step.caseRecord;
  return (delegation as Delegation | null) ?? delegationByList(step.context.items.get(itemCode as string, itemListVersion));
}

export function delegationByList(item: Item): Delegation {
  const owner = { id: item.ownerDepartment.id, name: item.ownerDepartment.zh };
  const receiver = { id: item.receivingBody.id, name: item.receivingBody.zh };
  const entrusted = /委托|entrust/.test(item.delegationMode);
  return { mode: item.delegationMode, signingBody: entrusted ? owner : receiver, delegatingBody: owner };
}
