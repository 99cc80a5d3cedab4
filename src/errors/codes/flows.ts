import type { CatalogueEntry } from '../catalogue-entry.js';

/** Flows: reading, checking, publishing, stepping. */
export const flowErrors = {
  FLOW_NOT_FOUND: { kind: 'missing', zh: '没有这个流程：{key}', en: 'There is no such flow: {key}' },
  FLOW_NOT_PUBLISHABLE: { kind: 'rejected', zh: '流程有错误，不能发布，请先修正', en: 'The flow has errors and cannot be published' },
  ACTION_NOT_AVAILABLE: { kind: 'conflict', zh: '当前环节不能进行此操作：{action}', en: 'This action is not possible now: {action}' },
  NO_FLOW_FOR_STAGE: { kind: 'rejected', zh: '阶段“{stage}”还没有已发布的流程，请管理员先发布', en: 'No flow has been published for the stage {stage}; an administrator has to publish one' },
  FLOW_KEY_DIFFERS: { kind: 'rejected', zh: '图中的流程标识“{process}”与流程“{key}”不一致', en: 'The process id "{process}" of the diagram differs from the flow "{key}"' },
} as const satisfies Record<string, CatalogueEntry>;
