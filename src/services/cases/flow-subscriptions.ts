import { FlowSubscription } from '../../entities/index.js';
import type { Effect } from '../../workflows/machine/effects.js';
import type { CaseStep } from './case-step.js';

/** The flow waits for a message or signal: a row lets it be found by name. Conditions are looked at within each step and need none. */
export function setSubscription(step: CaseStep, { key, step: element, kind, name = '' }: Extract<Effect, { type: 'subscribe' }>): void {
  if (kind !== 'message' && kind !== 'signal') return;
  step.tx.insert(FlowSubscription, { id: step.context.newId(), caseId: step.caseRecord.id, subscriptionKey: key, step: element, kind, name, setAt: step.at });
}

/** The flow waits for it no longer. */
export function dropSubscription(step: CaseStep, key: string): void {
  step.tx.remove(FlowSubscription, 'caseId = ? AND subscriptionKey = ?', [step.caseRecord.id, key]);
}
