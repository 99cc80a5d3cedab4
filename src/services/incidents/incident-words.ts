const words: Record<string, string> = {
  'no-outgoing-flow': '没有一条分支的条件成立',
  stuck: '汇合处等待的分支再也不会到来',
  'endless-loop': '自动环节循环不止',
  'invalid-cardinality': '重复次数不是数字',
  'invalid-collection': '重复所依据的变量不是列表',
  'script-without-context': '脚本没有得出结果',
  'service-failed': '自动环节多次执行失败',
  'no-such-handler': '没有这个处理程序',
  'no-rule-applies': '决策表没有一条规则适用',
  'decision-failed': '决策表不能得出结果',
  'decision-missing': '没有这个决策表',
  'called-flow-missing': '没有这个被调用的流程',
  'item-missing': '没有说明为哪个事项调用流程',
};

/** Why a flow cannot go on, in words; what follows a code after “：” is kept. */
export function incidentReason(reason: string): string {
  const [code = '', ...more] = reason.split('：');
  const sentence = words[code] ?? code;
  return more.length === 0 ? sentence : `${sentence}：${more.join('：')}`;
}
