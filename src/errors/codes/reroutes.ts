import type { CatalogueEntry } from '../catalogue-entry.js';

/** Moving open work to another step of its flow. */
export const rerouteErrors = {
  REROUTE_IMPOSSIBLE: { kind: 'conflict', zh: '不能改到“{to}”：只有正在办理的环节可以改到流程中的另一环节。可以改到：{names}', en: 'It cannot be moved to "{to}": only open work can be moved, and only to a step of the flow. Possible: {namesEn}' },
  REROUTE_OUT_OF_SCOPE: { kind: 'conflict', zh: '“{to}”不在“{from}”所在的子流程内，不能直接改过去。可以改到：{names}', en: '"{to}" lies outside the sub-process of "{from}". Possible: {namesEn}' },
  REROUTE_OUT_OF_BRANCH: { kind: 'conflict', zh: '“{to}”在另一个并行分支内，或者会影响其他分支，不能从“{from}”改过去。可以改到：{names}', en: '"{to}" lies in another parallel branch, or would disturb one; "{from}" cannot be moved there. Possible: {namesEn}' },
  REROUTE_PART_OF_MANY: { kind: 'conflict', zh: '“{from}”由多人同时办理，不能只改其中一人的；可以转办或者改派给他人', en: '"{from}" is done by several people at once; one of them cannot be moved alone, but his work can be given to somebody else' },
  REROUTE_UNSOUND: { kind: 'conflict', zh: '从“{from}”改到“{to}”以后流程不能正常走完：{why} 可以改到：{names}', en: 'After a move from "{from}" to "{to}" the flow could not come to its end: {whyEn} Possible: {namesEn}' },
  RETURN_STEP_NOT_PASSED: { kind: 'conflict', zh: '“{to}”不是本分支已经办过的环节，不能退回。可以退回：{names}', en: '"{to}" is no step that was passed in this branch. It can be returned to: {namesEn}' },
  RETURN_STEP_IN_FORCE: { kind: 'conflict', zh: '“{to}”的办理结果已对外生效或者由多人共同作出，不能退回重办。可以退回：{names}', en: 'What "{to}" did is in force or was done by several people; it cannot be done anew. It can be returned to: {namesEn}' },
  RETURN_PASSES_IN_FORCE: { kind: 'conflict', zh: '“{to}”之后的“{between}”已对外生效，不能再办一次。可以退回“{to}”并选择办完直接回到本环节（straightBack）', en: 'On the ordinary way from "{to}" lies "{between}", which is in force and not done again. Return it with straightBack, so that it comes straight back here' },
  TAKE_BACK_NOT_YOURS: { kind: 'forbidden', zh: '“{name}”不是由您本人办理后转来的，或者您的办理已对外生效，不能撤回', en: '"{name}" was not sent on by you, or what you did is in force' },
  TAKE_BACK_TOO_LATE: { kind: 'conflict', zh: '不能撤回：{why}。可以请对方把“{name}”退回给您', en: 'Too late to take it back: {whyEn}. Whoever has "{name}" can return it to you' },
} as const satisfies Record<string, CatalogueEntry>;
