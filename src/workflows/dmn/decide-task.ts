import { DomainError } from '../../errors/domain-error.js';
import { decide } from './decide.js';
import type { Decision } from './decision.js';

/** What a business rule task gets from its table: variables and the rules that applied, or why the case cannot go on. */
export type TaskDecision = { readonly variables: Record<string, unknown>; readonly rules: readonly string[] } | { readonly incident: string };

/**
 * Makes the decision of a business rule task. Where no rule applies and the table has no default, or its values do not fit, the case
 * stands as an incident: nobody knows which way it should go. Reasons: `decision-missing`, `no-rule-applies`, `decision-failed`, each with
 * the decision behind “：”. Pure.
 */
export function decideTask(key: string, decision: Decision | undefined, variables: Readonly<Record<string, unknown>>): TaskDecision {
  if (decision === undefined) return { incident: `decision-missing：${key}` };
  try {
    const result = decide(decision, variables);
    if (result.value === null && result.rules.length === 0 && decision.logic.kind === 'table') return { incident: `no-rule-applies：${decision.name || key}` };
    return { variables: { ...result.variables }, rules: result.rules };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return { incident: `decision-failed：${error.message}` };
  }
}
