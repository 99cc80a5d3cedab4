import type { CatalogueEntry } from '../catalogue-entry.js';

/** Messages, signals, incidents and decision tables of running flows. */
export const flowEventErrors = {
  MESSAGE_NOT_AWAITED: { kind: 'conflict', zh: '办件 {number} 没有在等待消息“{name}”；现在可以接收：{awaited}', en: 'The case {number} does not wait for the message "{name}"; it now waits for: {awaited}' },
  SIGNAL_NOT_AWAITED: { kind: 'conflict', zh: '没有办件在等待信号“{name}”；现在有办件等待的信号：{awaited}', en: 'No case waits for the signal "{name}"; cases now wait for: {awaited}' },
  VARIABLES_REFUSED: { kind: 'invalid', zh: '不能带入这些变量：{names}。可以带入流程图自己定义的变量，总长不超过两万字', en: 'These variables cannot be set: {names}. Variables of the diagram itself can, up to 20,000 characters together' },
  INCIDENT_NOT_FOUND: { kind: 'missing', zh: '没有这个流程异常：{id}', en: 'There is no such incident: {id}' },
  INCIDENT_NOT_OPEN: { kind: 'conflict', zh: '“{element}”处的流程异常已经处理或者已随办件结束', en: 'The incident at "{element}" is resolved or has ended with its case' },
  INCIDENT_NOT_REPAIRABLE: { kind: 'conflict', zh: '“{element}”等待的分支不会再来，重试无用；可以改派环节或者终止办件', en: 'What "{element}" waits for will not come, and a retry changes nothing; reroute or terminate the case' },
  INCIDENT_NOT_SKIPPABLE: { kind: 'conflict', zh: '“{element}”不是可以另行办理的环节；请补充变量后重试', en: '"{element}" is no step that can be seen to by other means; give the missing variables and retry' },
  DECISION_TABLE_NOT_FOUND: { kind: 'missing', zh: '没有这个决策表：{key}', en: 'There is no such decision table: {key}' },
  DECISION_TABLE_NOT_PUBLISHABLE: { kind: 'rejected', zh: '决策表有错误，不能发布，请先修正', en: 'The decision table has errors and cannot be published' },
  DECISION_TABLE_KEY_DIFFERS: { kind: 'rejected', zh: '文件中没有标识为“{key}”的决策；其中有：{ids}', en: 'The file holds no decision with the id "{key}"; it holds: {ids}' },
} as const satisfies Record<string, CatalogueEntry>;
