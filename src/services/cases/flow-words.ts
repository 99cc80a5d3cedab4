type Sentence = (data: Record<string, unknown>) => string;

const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
const from = (data: Record<string, unknown>): string => (text(data.from) ? `（来自 ${text(data.from)}）` : '');

/** Sentences of the record 过程记录 for what a flow does and hears by itself. */
export const flowSentences: Record<string, Sentence> = {
  incident: (data) => `流程在“${text(data.element)}”处无法继续：${text(data.reason)}`,
  incidentResolved: (data) => `管理员处理流程异常“${text(data.element)}”：${data.how === 'skip' ? '已另行办理，继续下一环节' : '重新执行'}。${text(data.explanation)}`,
  messageThrown: (data) => `发出消息“${text(data.name)}”`,
  messageReceived: (data) => `收到消息“${text(data.name)}”${from(data)}`,
  messageUnheard: (data) => `消息“${text(data.name)}”没有办件在等待`,
  signalThrown: (data) => `发出信号“${text(data.name)}”`,
  signalReceived: (data) => `收到信号“${text(data.name)}”${from(data)}`,
  taskDone: (data) => `自动环节“${text(data.name)}”${data.error === undefined ? '执行完毕' : `返回错误“${text(data.error)}”`}`,
  ruleDecided: (data) => `按决策表“${text(data.decision)}”得出结果（适用规则：${Array.isArray(data.rules) && data.rules.length > 0 ? data.rules.join('、') : '默认值'}）`,
  applicationChanged: () => '申请内容已变更，流程按新的内容继续',
  escalated: (data) => `上报：${text(data.code) || '未写明'}`,
  itemEscalated: (data) => `“${text(data.item)}”上报：${text(data.code) || '未写明'}`,
  itemFailed: (data) => `“${text(data.item)}”的流程以错误结束：${text(data.error)}`,
  endedByError: (data) => `流程以错误结束：${text(data.error)}`,
  stopped: (data) => `停办${text(data.reason) ? `：${text(data.reason)}` : ''}`,
};
