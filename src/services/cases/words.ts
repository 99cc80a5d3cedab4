import type { WorkItem } from '../../entities/index.js';
import { countersigningSentences } from './countersigning-words.js';
import { gestureSentences } from './gesture-words.js';
import { flowSentences } from './flow-words.js';
import { legalSentences } from './law-words.js';

/** Status of a case in the words that people read. */
export const statusTexts: Record<string, string> = {
  draft: '草稿',
  submitted: '已收件，待受理',
  awaitingCorrection: '待补正',
  notAccepted: '不予受理',
  accepted: '已受理，审批中',
  examining: '审查中',
  examined: '审查完毕，待决定',
  deciding: '决定中',
  approved: '准予许可',
  refused: '不予许可',
  filed: '已备案',
  closed: '办结',
  withdrawn: '已撤回',
  terminated: '已终止办理',
  stopped: '停办',
  incident: '流程异常，待管理员处理',
  chosen: '已选择',
};

export const statusText = (status: string): string => statusTexts[status] ?? status;

/** One sentence of the record 过程记录 for each kind of event. */
export function eventText(type: string, data: Record<string, unknown>): string {
  if (data.withheld) return withheld[type] ?? '内部办理';
  const sentence = sentences[type];
  return sentence ? sentence(data) : type;
}

/** What those outside the office read of its own business. */
const withheld: Record<string, string> = { examined: '经办审查完毕', verified: '复核完毕', returned: '复核完毕', opinionGiven: '部门会签意见已提出', minutesRecorded: '会议研究完毕' };

const text = (value: unknown): string => (value === undefined || value === null || value === '' ? '' : String(value));
const withReason = (value: unknown): string => (text(value) ? `：${text(value)}` : '');
const list = (value: unknown): string => (Array.isArray(value) ? value.join('、') : '');

const sentences: Record<string, (data: Record<string, unknown>) => string> = {
  received: () => '收到申请',
  accepted: (data) => (data.deemed ? '逾期未一次告知补正，自收到申请之日起视为受理' : `受理${withReason(data.remarks)}`),
  notAccepted: (data) => `不予受理${withReason(data.reasons)}${data.competentAuthority ? `；告知向${text(data.competentAuthority)}提出${data.authorityReason ? `（系统建议：${text(data.suggestedAuthority)}；更正理由：${text(data.authorityReason)}）` : ''}` : ''}`,
  correctionNoticed: (data) => `发出补正材料一次性告知书，共 ${Array.isArray(data.items) ? data.items.length : 1} 项`,
  corrected: () => '补正材料收齐',
  materialAttached: (data) => `上传材料“${text(data.name)}”`,
  examined: (data) => `经办审查${data.outcome === 'fail' ? '不通过' : '通过'}${withReason(data.opinion)}`,
  verified: (data) => `复核同意${withReason(data.opinion)}`,
  returned: (data) => `复核退回重审${withReason(data.opinion)}`,
  reviewCommissioned: (data) => `委托${text(data.agency)}开展一次评审`,
  reviewReported: (data) => `评审报告已提交，结论：${conclusions[text(data.conclusion)] ?? text(data.conclusion)}`,
  meetingCalled: (data) => `召集会议：${text(data.heldOn)} ${text(data.startsAt)}，${text(data.place)}`,
  opinionGiven: (data) => `部门会签意见：${conclusions[text(data.conclusion)] ?? text(data.conclusion)}${withReason(data.reason)}`,
  minutesRecorded: (data) => `形成会议纪要（${text(data.number)}）：${text(data.conclusion)}`,
  decided: (data) => ({ approved: '决定准予许可', refused: `决定不予许可${withReason(data.reasons)}`, filed: '完成备案' })[text(data.outcome)] ?? '作出决定',
  documentIssued: (data) => `制发文书 ${text(data.number)}`,
  sealed: (data) => `用印：${list(data.documents) || '没有需要用印的文书'}`,
  nothingToServe: () => '没有需要送达的文书：所作许可在用印之前已经终止或者失效',
  delivered: (data) => `送达${text(data.recipient)}：${list(data.documents)}`,
  itemReturned: (data) => `${data.name ? `“${text(data.name)}”` : '一个事项'}完成本环节${statusTexts[text(data.status)] ? `（${statusText(text(data.status))}）` : ''}`,
  withdrawn: (data) => `申请人撤回申请${withReason(data.reason)}`,
  closed: () => '办结',
  stepDone: (data) => `完成“${text(data.name)}”`,
  ...flowSentences,
  ...legalSentences,
  ...gestureSentences,
  ...countersigningSentences,
};

export const conclusions: Record<string, string> = {
  pass: '通过',
  'pass-after-changes': '修改后通过',
  fail: '不通过',
  agree: '同意',
  recorded: '听证笔录',
  stated: '利害关系人陈述申辩',
  agreeBySilence: '视为同意（逾期未反馈）',
  agreeWithConditions: '有条件同意',
  disagree: '不同意',
  abstain: '弃权',
  return: '退回重审',
  filed: '已备案',
  takenBack: '已撤回重办',
};

/** Who holds the case and until when, in one sentence; `events` are the messages and signals that its flow waits for. */
export function waitingSentence(status: string, open: { item: WorkItem; holder: string }[], { incidents = [], events = [] }: { incidents?: readonly string[]; events?: readonly string[] } = {}): string {
  if (['closed', 'withdrawn', 'terminated', 'notAccepted', 'approved', 'refused', 'filed'].includes(status)) return `${statusText(status)}，没有待办事项。`;
  if (incidents.length > 0) return `${incidents.join('；')}，等待系统管理员处理。`;
  if (open.length === 0 && events.length > 0) return `${statusText(status)}，正在等待“${events.join('”“')}”。`;
  if (open.length === 0) return `${statusText(status)}。`;
  const parts = open.slice(0, 4).map(({ item, holder }) => `${holder}办理“${item.name}”${item.dueOn ? `（应于 ${item.dueOn} 前完成）` : ''}`);
  return `正在等待${parts.join('；')}${open.length > 4 ? ` 等 ${open.length} 项` : ''}。`;
}
