import type { ConditionContext, DecidedConditions } from '../../catalogue/conditions.js';
import { DomainError } from '../../errors/domain-error.js';
import { decide } from '../../workflows/dmn/decide.js';
import type { Decision } from '../../workflows/dmn/decision.js';
import type { ServiceContext } from '../service-context.js';

/** The table that says which conditions of the item list hold; administrators publish a new version when a threshold changes. */
export const ITEM_CONDITIONS = 'item-conditions';

/**
 * The conditions of items as the published decision table has them, for `judgeItem`. Nothing where no table is published or it cannot decide on
 * these answers: then the catalogue's own rules stand, and no item is lost by a mistake in a table.
 */
export async function decidedConditions(context: ServiceContext, { projectType, answers }: Pick<ConditionContext, 'projectType' | 'answers'>): Promise<{ decided?: DecidedConditions }> {
  const table = await context.decisions.findPinned(ITEM_CONDITIONS, {});
  if (!table) return {};
  try {
    const value = decide(table, { projectType, ...answers }).value;
    return { decided: { codes: codesOf(table), holding: new Set([value].flat().map(String)) } };
  } catch (error) {
    if (error instanceof DomainError) return {};
    throw error;
  }
}

/** Conditions that some rule of the table is about; for others the catalogue's own rule stands. */
function codesOf({ logic }: Decision): Set<string> {
  if (logic.kind !== 'table') return new Set();
  return new Set(logic.rules.flatMap(({ results }) => results.map((text) => text.replace(/^"|"$/g, ''))));
}
