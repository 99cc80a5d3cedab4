import type { Case } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { CaseStep } from './case-step.js';

/** Something that stands open beside the flow of a case. Kept on the case row, so that neither a decision nor a page has to look for it. */
export interface OpenMatter {
  kind: 'pause' | 'hearing' | 'publicNotice' | 'objection' | 'thirdParty' | 'owedMaterial' | 'reconfirmation' | 'correction' | 'delivery' | 'suspension' | 'intervention' | 'incident';
  id: string;
  /** How people call it. */
  label: string;
  /** Where it is within itself, e.g. a hearing that was `told` or `scheduled`. */
  state?: string;
  /** Whom it concerns: codes of items or a department, where it says more than the case. */
  key?: string;
  /** Of an intervention: the version of the case that it was proposed for. */
  caseVersion?: number;
  /** Of a suspension: the special procedure that it opened. */
  pause?: string;
  /** The material that it is about. */
  material?: string;
}

export const mattersOf = (caseRecord: Case): OpenMatter[] => (caseRecord.openMatters ?? []) as OpenMatter[];

/** Sets a matter open, or in another state; counts from now on and is stored with the case. */
export function openMatter(step: CaseStep, matter: OpenMatter): void {
  step.set({ openMatters: [...mattersOf(step.caseRecord).filter((each) => each.id !== matter.id), matter] });
}

export function closeMatter(step: CaseStep, id: string): void {
  const left = mattersOf(step.caseRecord).filter((each) => each.id !== id);
  step.set({ openMatters: left.length === 0 ? null : left });
}

/** What must come to its end before any decision; what is owed stops only an approval. */
const beforeDecision: OpenMatter['kind'][] = ['pause', 'hearing', 'publicNotice', 'objection', 'thirdParty', 'reconfirmation'];

/** Throws MATTER_OPEN with what has to be finished before this item can be decided. */
export function refuseOpenMatters(caseRecord: Case, outcome: 'approved' | 'refused'): void {
  const hindering = mattersOf(caseRecord).filter((matter) => beforeDecision.includes(matter.kind) || (outcome === 'approved' && matter.kind === 'owedMaterial'));
  if (hindering.length > 0) throw new DomainError('MATTER_OPEN', { names: hindering.map((matter) => matter.label).join('、'), matters: hindering });
}
