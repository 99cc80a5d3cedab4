import { judgeItem } from './applicable-items.js';
import { judgeCondition, type ConditionContext } from './conditions.js';
import type { Item, PrerequisiteRule } from './item.js';
import { landPrerequisites } from './land-sequence.js';

export interface PrerequisiteContext extends ConditionContext {
  /** The whole catalogue: a prerequisite is judged by the item it names. */
  readonly items: readonly Item[];
  /** Items already finished with a favourable result in this project. */
  readonly completed?: readonly string[];
  /** Items handled in the same step as this one (filed together). */
  readonly together?: readonly string[];
  /** Papers from outside the catalogue that exist, e.g. `land-transfer-contract`. */
  readonly documents?: readonly string[];
}

export type PrerequisiteState = 'met' | 'unmet' | 'skipped' | 'undetermined';

export interface PrerequisiteGroup {
  /** What remains of the group after items that do not apply were taken out; empty when it was skipped. */
  readonly anyOf: readonly string[];
  readonly kind: 'hard' | 'soft';
  readonly basis: string | null;
  readonly state: PrerequisiteState;
  /** Hard and unmet: acceptance (or decision) must wait. */
  readonly blocks: boolean;
  /** True when it only has to be finished before the decision, because both may be handled in one step. */
  readonly beforeDecisionOnly: boolean;
  readonly reason: string;
  readonly reasonEn: string;
}

/**
 * What must be finished before this item, judged for one project.
 *
 * A group is skipped when its condition is false, or when every item in it does not apply to the project (loading rules of the list).
 * Land: allocated land needs the planning permit before the allocation decision, sold land the contract before the permit
 * (城乡规划法 art. 37-38); the swapped order comes back as `unmet` and `hard`.
 */
export function prerequisitesOf(item: Item, context: PrerequisiteContext): PrerequisiteGroup[] {
  return [...item.prerequisites.map((rule) => judgeGroup(rule, context)), ...landPrerequisites(item, context)];
}

/** The groups that stop the item now. With `moment: 'decision'` those that may be finished in the same step stop it too. */
export function blockingPrerequisites(item: Item, context: PrerequisiteContext, moment: 'acceptance' | 'decision' = 'acceptance'): PrerequisiteGroup[] {
  return prerequisitesOf(item, context).filter((group) => group.blocks && (moment === 'decision' || !group.beforeDecisionOnly));
}

function judgeGroup(rule: PrerequisiteRule, context: PrerequisiteContext): PrerequisiteGroup {
  const sameStep = rule.whenCode === 'ALWAYS_SAME_STEP_ALLOWED';
  const common = { kind: rule.kind, basis: rule.basis, beforeDecisionOnly: sameStep };
  const condition = judgeCondition(rule.whenCode, context);
  if (condition.holds === false) {
    return { ...common, anyOf: [], state: 'skipped', blocks: false, reason: '前置条件不适用于本项目', reasonEn: 'The condition of the prerequisite does not hold' };
  }
  const anyOf = rule.anyOf.filter((code) => mayApply(code, context));
  if (anyOf.length === 0) {
    return { ...common, anyOf, state: 'skipped', blocks: false, reason: '前置事项均不适用于本项目', reasonEn: 'None of the items in the group applies to the project' };
  }
  if (anyOf.some((code) => context.completed?.includes(code))) {
    return { ...common, anyOf, state: 'met', blocks: false, reason: '前置事项已办结', reasonEn: 'A prerequisite item is finished' };
  }
  if (condition.holds === 'unknown') {
    return { ...common, anyOf, state: 'undetermined', blocks: false, reason: '需补充情况后判断是否为前置', reasonEn: 'Depends on answers still open' };
  }
  const together = sameStep && anyOf.some((code) => context.together?.includes(code));
  return {
    ...common,
    anyOf,
    state: 'unmet',
    blocks: rule.kind === 'hard',
    reason: together ? '与本事项同步办理，应先于本事项作出决定' : '前置事项尚未办结',
    reasonEn: together ? 'Handled in the same step; it must be decided first' : 'No prerequisite item is finished yet',
  };
}

/** An item leaves a group only when it certainly does not apply; an open question keeps it in. */
function mayApply(code: string, context: PrerequisiteContext): boolean {
  const item = context.items.find((candidate) => candidate.code === code);
  return item !== undefined && judgeItem(item, context).applies !== 'no';
}
