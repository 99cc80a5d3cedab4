/** How much a finding weighs: an error stops publishing, a warning is shown. */
export type Severity = 'error' | 'warning';

/**
 * One thing that a check has to say about a diagram.
 *
 * `rule` is a stable kebab-case id with a paragraph in `docs/BPMN-PROFILE.md`; `elements` are ids of the diagram; `message` is the
 * Chinese sentence for an administrator, `messageEn` the English one; `path` is a counter-example: the ids in the order in which the
 * token game passes them.
 */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly elements: string[];
  readonly message: string;
  readonly messageEn: string;
  readonly path?: string[];
}

/** True when nothing in the list forbids publishing. */
export function hasNoError(findings: readonly Finding[]): boolean {
  return findings.every((finding) => finding.severity !== 'error');
}
