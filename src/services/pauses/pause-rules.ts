import type { Item } from '../../catalogue/item.js';
import { articles } from '../../calendar/articles.js';
import type { ItemPauseRule } from '../../calendar/index.js';
import { isPauseKind, pauseKinds } from '../../calendar/item-clock/pause-kinds.js';
import { normsOf } from '../documents/records/case-facts.js';

/** A procedure whose time does not count for an item 特殊环节: what it is called, the article, and the longest time the special act gives it. */
export interface PauseRule {
  kind: string;
  name: string;
  article: string;
  mostWorkdays?: number;
}

/** What special acts take out besides the eight procedures of 行政许可法 art. 45, in the words of the list of items. */
const ofSpecialActs: Record<string, string> = {
  commissionedReview: '委托技术审查',
  commissionedEvaluation: '委托评估',
  technicalReview: '技术审查',
  technicalEvaluation: '技术评估',
  interDepartmentConsultation: '征求相关部门意见',
  publicNotice: '公示',
  dispute: '争议处理',
  survey: '勘测',
  applicantRevision: '申请人修改完善',
  applicantRectification: '申请人整改',
};

/**
 * The item's own list of special procedures: those of art. 45 that it names, with the longest time where the special act caps it
 * (`expertReview(≤20 working days)`), and what its special act takes out besides, resting on that act.
 */
export function pauseRulesOf(item: Item): PauseRule[] {
  return item.clock.excludedPeriods.flatMap((text) => {
    const [, kind = '', most] = /^([A-Za-z]+)(?:\(≤(\d+)[^)]*\)|\([^)]*\))?$/.exec(text) ?? [];
    const ofLaw = isPauseKind(kind) ? pauseKinds[kind].zh : undefined;
    const name = ofLaw ?? (Object.hasOwn(ofSpecialActs, kind) ? ofSpecialActs[kind] : undefined);
    const article = ofLaw ? articles.excluded : normsOf(item)[0];
    if (name === undefined || article === undefined) return [];
    return [{ kind, name, article, ...(most !== undefined && { mostWorkdays: Number(most) }) }];
  });
}

/** The same as the clock has to know it: only what art. 45 does not name already. */
export function specialPausesOf(item: Item): ItemPauseRule[] {
  return pauseRulesOf(item)
    .filter((rule) => !isPauseKind(rule.kind))
    .map(({ kind, name, article }) => ({ kind, name, article }));
}
