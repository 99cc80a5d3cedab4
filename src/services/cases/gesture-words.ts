const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
const withReason = (value: unknown): string => (text(value) ? `：${text(value)}` : '');

/** Sentences of the record 过程记录 for what officers do with a piece of work. */
export const gestureSentences: Record<string, (data: Record<string, unknown>) => string> = {
  workClaimed: (data) => `签收“${text(data.name)}”`,
  workReleased: (data) => `释放“${text(data.name)}”，退回待办队列`,
  workTransferred: (data) => `“${text(data.name)}”转办给${text(data.to)}${withReason(data.reason)}`,
  workDelegated: (data) => `“${text(data.name)}”委派给${text(data.to)}${withReason(data.reason)}`,
  workHandedBack: (data) => `“${text(data.name)}”委派办理完毕，交还${text(data.to)}${withReason(data.opinion)}`,
  workUrged: (data) => `${data.supervised ? '督办' : '催办'}“${text(data.name)}”（第 ${text(data.times)} 次）${withReason(data.text)}`,
  urgeAnswered: (data) => `答复催办“${text(data.name)}”${withReason(data.text)}`,
  workReturned: (data) => `“${text(data.name)}”退回“${text(data.to)}”${data.straightBack ? '（办完直接返回）' : ''}${withReason(data.reason)}`,
  workTakenBack: (data) => `撤回本人办理的“${text(data.name)}”${withReason(data.reason)}`,
  assignmentFellBack: (data) => `“${text(data.name)}”未能按指派规则办理（${(Array.isArray(data.passedOver) ? data.passedOver : []).join('；')}），转由${text(data.to)}办理`,
  workReassigned: (data) => `管理员将“${text(data.name)}”改派给${text(data.to)}`,
  workRerouted: (data) => `管理员将“${text(data.name)}”改到“${text(data.to)}”${withReason(data.reason)}`,
  interventionProposed: (data) => `管理员提出干预：${text(data.summary)}${withReason(data.reason)}（待另一名管理员确认）`,
  interventionConfirmed: (data) => `另一名管理员确认干预：${text(data.summary)}（${text(data.proposedBy)}提出）`,
  interventionRefused: (data) => `另一名管理员拒绝干预：${text(data.summary)}${withReason(data.remarks)}`,
  interventionWithdrawn: (data) => `撤回干预：${text(data.summary)}${withReason(data.remarks)}`,
  workRepaired: (data) => `数据巡检：${text(data.repair)}（${text(data.name)}）`,
};
