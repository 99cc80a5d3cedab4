import type { CatalogueEntry } from '../catalogue-entry.js';

/** Flows: reading, checking, publishing, stepping. */
export const flowErrors = {
  FLOW_NOT_FOUND: { kind: 'missing', zh: '没有这个流程：{key}', en: 'There is no such flow: {key}' },
  FLOW_NOT_PUBLISHABLE: { kind: 'rejected', zh: '流程有错误，不能发布，请先修正', en: 'The flow has errors and cannot be published' },
  ACTION_NOT_AVAILABLE: { kind: 'conflict', zh: '当前环节不能进行此操作：{action}', en: 'This action is not possible now: {action}' },
  NO_FLOW_FOR_STAGE: { kind: 'rejected', zh: '阶段“{stage}”还没有已发布的流程，请管理员先发布', en: 'No flow has been published for the stage {stage}; an administrator has to publish one' },
  FLOW_KEY_DIFFERS: { kind: 'rejected', zh: '图中的流程标识“{process}”与流程“{key}”不一致', en: 'The process id "{process}" of the diagram differs from the flow "{key}"' },
  DECISION_INPUT_INVALID: { kind: 'invalid', zh: '决策“{decision}”的输入“{input}”不能取这个值', en: 'The input "{input}" of the decision "{decision}" cannot have this value' },
  DECISION_RULES_CONFLICT: { kind: 'rejected', zh: '决策“{decision}”有互相冲突的规则同时适用：{rules}', en: 'Conflicting rules of the decision "{decision}" apply together: {rules}' },
  DECISION_OUTPUT_INVALID: { kind: 'rejected', zh: '决策“{decision}”的结果“{output}”类型不对', en: 'The result "{output}" of the decision "{decision}" has the wrong type' },
} as const satisfies Record<string, CatalogueEntry>;
