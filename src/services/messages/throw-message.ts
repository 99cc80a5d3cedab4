import type { Effect } from '../../workflows/machine/effects.js';
import type { CaseStep } from '../cases/case-step.js';
import { toldVariables } from '../cases/said-variables.js';
import { leaveMessage } from '../outbox/leave-message.js';

/** A flow throws a message that nobody in its own case waits for: it is carried to another case once this step is stored. */
export function throwMessage(step: CaseStep, { name, step: element, variables }: Extract<Effect, { type: 'throwMessage' }>): void {
  step.note('messageThrown', { name }, { step: element });
  leaveMessage(step.tx, step.context, { topic: 'deliverMessage', subject: step.caseRecord.id, payload: { name, variables: toldVariables(variables) } });
}
