import type { FlowProcess } from '../bpmn/flow-model.js';

/** How an element is called in a sentence: its name in Chinese brackets, else its id. */
export function nameOf(process: FlowProcess, id: string): string {
  const name = process.nodes[id]?.name ?? process.flows[id]?.name ?? '';
  return name === '' ? `“${id}”` : `“${name}”`;
}

/** Several elements in a sentence; beyond five only their number is told. */
export function namesOf(process: FlowProcess, ids: readonly string[]): string {
  const named = ids.slice(0, 5).map((id) => nameOf(process, id)).join('、');
  return ids.length > 5 ? `${named}等 ${ids.length} 个元素` : named;
}

/** The same in an English sentence. */
export function namesInEnglish(process: FlowProcess, ids: readonly string[]): string {
  const named = ids.slice(0, 5).map((id) => {
    const name = process.nodes[id]?.name ?? '';
    return name === '' ? id : `${id} (${name})`;
  });
  return ids.length > 5 ? `${named.join(', ')} and ${ids.length - 5} more` : named.join(', ');
}
