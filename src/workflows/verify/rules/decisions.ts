import type { FlowNode } from '../../bpmn/flow-model.js';

const decidingActs = new Set(['decide', 'decision', 'approve', 'refuse', 'grant', 'deny']);
const grants = /^(approve|approved|grant|granted|permit|permitted|license|licence|allow)$/i;
const refuses = /^(refuse|refused|reject|rejected|deny|denied|disapprove)$/i;

/** A step in which the authority decides on the application (行政许可法 art. 38): by its act, its form, or since it may grant or refuse. */
export function isDecision({ oa }: FlowNode): boolean {
  if (decidingActs.has(oa.act ?? '') || oa.form === 'decision') return true;
  const ids = (oa.outcomes ?? []).map(({ id }) => id);
  return ids.some((id) => grants.test(id)) && ids.some((id) => refuses.test(id));
}

/** Whether reaching this element means that the application was granted: it issues a decision or certificate, or is named so. */
export function meansApproval(node: FlowNode): boolean {
  if ((node.oa.documents ?? []).some((document) => /decision|certificate|licen[cs]e|permit/i.test(document))) return true;
  if (node.kind !== 'endEvent') return false;
  if (/不|未|refus|reject|den(y|ied)|not/i.test(node.name)) return false;
  return /准予|批准|核准|通过|默示许可|视为同意/.test(node.name) || /approved|granted|permitted/i.test(`${node.name} ${node.id}`);
}
