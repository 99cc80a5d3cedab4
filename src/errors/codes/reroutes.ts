import type { CatalogueEntry } from '../catalogue-entry.js';

/** Moving open work to another step of its flow. */
export const rerouteErrors = {
  REROUTE_IMPOSSIBLE: { kind: 'conflict', zh: '不能改到“{to}”：只有正在办理的环节可以改到流程中的另一环节。可以改到：{names}', en: 'It cannot be moved to "{to}": only open work can be moved, and only to a step of the flow. Possible: {namesEn}' },
  REROUTE_OUT_OF_SCOPE: { kind: 'conflict', zh: '“{to}”不在“{from}”所在的子流程内，不能直接改过去。可以改到：{names}', en: '"{to}" lies outside the sub-process of "{from}". Possible: {namesEn}' },
  REROUTE_OUT_OF_BRANCH: { kind: 'conflict', zh: '“{to}”在另一个并行分支内，或者会影响其他分支，不能从“{from}”改过去。可以改到：{names}', en: '"{to}" lies in another parallel branch, or would disturb one; "{from}" cannot be moved there. Possible: {namesEn}' },
  REROUTE_PART_OF_MANY: { kind: 'conflict', zh: '“{from}”由多人同时办理，不能只改其中一人的；可以转办或者改派给他人', en: '"{from}" is done by several people at once; one of them cannot be moved alone, but his work can be given to somebody else' },
  REROUTE_UNSOUND: { kind: 'conflict', zh: '从“{from}”改到“{to}”以后流程不能正常走完：{why} 可以改到：{names}', en: 'After a move from "{from}" to "{to}" the flow could not come to its end: {whyEn} Possible: {namesEn}' },
} as const satisfies Record<string, CatalogueEntry>;
