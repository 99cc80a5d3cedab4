import type { Finding } from '../lint/finding.js';

/** The diagram breaks the grammar of BPMN: nothing can be said about its behaviour. */
export function notWellFormed(elements: string[], message: string, messageEn: string): Finding {
  return { rule: 'not-well-formed', severity: 'error', elements, message, messageEn };
}

/** Correct BPMN that this product does not run. It is refused, never ignored. */
export function unsupported(element: string, what: string, whatEn: string): Finding {
  return { rule: 'unsupported-element', severity: 'error', elements: element === '' ? [] : [element], message: `不支持${what}`, messageEn: `Not supported: ${whatEn}` };
}
