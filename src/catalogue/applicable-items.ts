import { judgeCondition, type ConditionContext } from './conditions.js';
import type { Item, StageCode } from './item.js';

export interface ItemContext extends ConditionContext {
  /** Only items of these stages; all stages when missing. */
  readonly stage?: StageCode | readonly StageCode[];
}

/** Why an item is offered, asked about or left out. `applies: 'maybe'` always names the questions that would settle it. */
export interface ItemVerdict {
  readonly item: Item;
  readonly applies: 'yes' | 'maybe' | 'no';
  readonly reason: string;
  readonly reasonEn: string;
  /** Question keys still open (`questions.ts`, or the item's own code where the guide asks for the item itself). */
  readonly ask: readonly string[];
}

/**
 * The items that apply or may apply to a project, in the order of the list: the condition codes of the list judged on the answers given so
 * far (`domain` thresholds: energy, EIA class, soil and water, fire …). An open question never hides an item.
 */
export function applicableItems(items: readonly Item[], context: ItemContext): ItemVerdict[] {
  return judgeItems(items, context).filter((verdict) => verdict.applies !== 'no');
}

/** Every item of the stage with its verdict, those that do not apply included, so that a screen can say why not. */
export function judgeItems(items: readonly Item[], context: ItemContext): ItemVerdict[] {
  const stages = context.stage === undefined ? undefined : new Set([context.stage].flat());
  return items.filter((item) => !stages || stages.has(item.stage.id)).map((item) => judgeItem(item, context));
}

/** One item's verdict. */
export function judgeItem(item: Item, context: ConditionContext): ItemVerdict {
  if (!item.appliesToProjectTypes.includes(context.projectType)) {
    return { item, applies: 'no', reason: '不适用于该项目类型', reasonEn: 'Not for this type of project', ask: [] };
  }
  if (item.promisedLimitByProjectType[context.projectType] === 0 && item.promisedLimitWorkdays > 0) {
    return { item, applies: 'no', reason: '该项目类型已合并办理或免于办理', reasonEn: 'Merged into another item or not run for this type of project', ask: [] };
  }
  if (item.applicability.code === 'BY_QUESTIONNAIRE') return judgeByQuestion(item, context);
  const verdict = judgeCondition(item.applicability.code, context);
  if (verdict.holds === 'unknown') {
    return { item, applies: 'maybe', reason: '需补充情况后判断', reasonEn: 'Depends on answers still open', ask: verdict.ask };
  }
  return verdict.holds
    ? { item, applies: 'yes', reason: '符合适用条件', reasonEn: 'The condition of the item is met', ask: [] }
    : { item, applies: 'no', reason: '不符合适用条件', reasonEn: 'The condition of the item is not met', ask: [] };
}

function judgeByQuestion(item: Item, context: ConditionContext): ItemVerdict {
  const answer = Object.hasOwn(context.answers, item.code) ? context.answers[item.code] : undefined;
  if (answer === true) return { item, applies: 'yes', reason: '申请人申报涉及此事项', reasonEn: 'Declared by the applicant', ask: [] };
  if (answer === false) return { item, applies: 'no', reason: '申请人申报不涉及此事项', reasonEn: 'The applicant says that it is not touched', ask: [] };
  return { item, applies: 'maybe', reason: '由申请人根据实际情况选择', reasonEn: 'The applicant chooses', ask: [item.code] };
}
