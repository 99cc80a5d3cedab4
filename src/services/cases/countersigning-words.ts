const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));
const withReason = (value: unknown): string => (text(value) ? `：${text(value)}` : '');
const names = (value: unknown): string => (Array.isArray(value) ? value.map((each) => (typeof each === 'object' && each !== null ? nameOf(each as Signer) : String(each))).join('、') : '');

interface Signer {
  person?: string;
  weight?: number;
}
const nameOf = ({ person, weight }: Signer): string => `${text(person)}${weight !== undefined && weight !== 1 ? `（权重 ${weight}）` : ''}`;

const modes: Record<string, string> = { all: '会签', any: '或签', ratio: '票签', sequence: '依次会签' };
const kinds: Record<string, string> = { before: '前加签', after: '后加签', vote: '会签' };
export const choiceTexts: Record<string, string> = { agree: '同意', disagree: '不同意', abstain: '弃权' };

/** How a countersigning is called. */
export const signingName = ({ kind, mode, ratio }: Record<string, unknown>): string => (kind === 'vote' ? `${modes[text(mode)] ?? '会签'}${ratio ? `（${text(ratio)}）` : ''}` : (kinds[text(kind)] ?? ''));

const results: Record<string, string> = { heard: '意见收齐', passed: '通过', notPassed: '未通过', ended: '终止' };

/** Sentences of the record 过程记录 for what several people sign, and for reading copies. All of it is the office's own. */
export const countersigningSentences: Record<string, (data: Record<string, unknown>) => string> = {
  signersAdded: (data) => `“${text(data.name)}”${signingName(data)}：${names(data.signers)}${data.question ? `，${text(data.question)}` : ''}`,
  signersNotFound: (data) => `“${text(data.name)}”没有找到可以会签的在岗人员，按一般环节办理`,
  signerRemoved: (data) => `“${text(data.name)}”减签${text(data.signer)}${withReason(data.reason)}`,
  countersigned: (data) => `${kinds[text(data.kind)] ?? '会签'}“${text(data.name)}”：${choiceTexts[text(data.choice)] ?? ''}${withReason(data.opinion)}`,
  countersigningClosed: (data) => `“${text(data.name)}”${signingName(data)}${results[text(data.result)] ?? ''}：同意 ${text(data.agree)}、不同意 ${text(data.disagree)}、弃权 ${text(data.abstain)}${dissent(data.dissent)}`,
  completionHeld: (data) => `办理“${text(data.name)}”${data.outcome ? `（${text(data.outcome)}）` : ''}，等待后加签：${names(data.signers)}`,
  completionGivenBack: (data) => `“${text(data.name)}”退回办理人${withReason(data.reason)}`,
  signersDismissed: (data) => `“${text(data.name)}”${text(data.why)}，${names(data.signers) || '未签署人员'}无需再签署`,
  copySent: (data) => `抄送${names(data.people)}${withReason(data.note)}`,
  copyWithdrawn: (data) => `收回抄送${text(data.person)}`,
};

function dissent(value: unknown): string {
  const all = Array.isArray(value) ? (value as { person?: string; opinion?: string }[]) : [];
  return all.length === 0 ? '' : `；不同意见：${all.map(({ person, opinion }) => `${text(person)}“${text(opinion)}”`).join('、')}`;
}
