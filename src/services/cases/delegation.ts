import type { CaseStep } from './case-step.js';

export interface Delegation {
  mode: string;
  /** The body in whose name and under whose seal the decision is made. */
  signingBody: { id: string; name: string };
  delegatingBody: { id: string; name: string };
}

/**
 * Under whose name and seal the item is decided (domain 3.5, T10): with 委托 the entrusting authority's, else the receiving body's own.
 * The reconstructed list leaves the mode open (`to-confirm`); then the receiving body signs and the paper carries the note.
 */
export function delegationOf(step: CaseStep): Delegation {
  const item = step.context.items.get(step.caseRecord.itemCode as string, step.caseRecord.itemListVersion);
  const owner = { id: item.ownerDepartment.id, name: item.ownerDepartment.zh };
  const receiver = { id: item.receivingBody.id, name: item.receivingBody.zh };
  const entrusted = /委托|entrust/.test(item.delegationMode);
  return { mode: item.delegationMode, signingBody: entrusted ? owner : receiver, delegatingBody: owner };
}
