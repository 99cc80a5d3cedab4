import type { FlowInput } from '../../../workflows/machine/input.js';
import type { Effect } from '../../../workflows/machine/effects.js';
import type { CaseStep } from '../../cases/case-step.js';
import type { CaseFacts } from '../case-facts.js';
import type { Found, InvariantFinding } from '../finding.js';

/** What a repair leaves to be done once the row of the case is ready: a step of its flow, or called cases to be opened. */
export interface Mended {
  input?: FlowInput;
  calls?: Effect[];
}

/** One thing that must hold for every case. */
export interface Rule {
  find(facts: CaseFacts): Found[];
  /** Mends a finding that says it is repairable, in the locked case; the caller notes it in the record and saves. */
  repair?(step: CaseStep, finding: InvariantFinding, facts: CaseFacts): Promise<Mended | void> | Mended | void;
}
