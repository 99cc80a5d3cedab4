import type { Finding } from '../lint/finding.js';

/** An error about a decision. */
export function findingOf(rule: string, elements: readonly string[], message: string, messageEn: string, severity: Finding['severity'] = 'error'): Finding {
  return { rule, severity, elements: elements.filter((id) => id !== ''), message, messageEn };
}
