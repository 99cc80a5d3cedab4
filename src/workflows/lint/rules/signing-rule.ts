import type { FlowNode, FlowProcess } from '../../bpmn/flow-model.js';
import { readSigner, splitSigners } from '../../signing/signer.js';
import { faultOfRule } from '../../signing/signing-rule.js';
import type { FlowVocabulary } from '../../vocabulary.js';
import type { Finding } from '../finding.js';
import { called, calledInEnglish, severityIn, type RuleContext } from '../rule.js';

interface Fault {
  zh: string;
  en: string;
}

/** What several people sign together must be countable, have a result for "not passed" and name people whom the office can find. */
export function signingRule(process: FlowProcess, { vocabulary }: RuleContext): Finding[] {
  return Object.values(process.nodes).flatMap((node) => faultsOf(node, vocabulary).map(({ zh, en }) => ({
    rule: 'signing-rule',
    severity: severityIn(process),
    elements: [node.id],
    message: `${called(node)}的会签设置有误：${zh}`,
    messageEn: `The signing of ${calledInEnglish(node)} cannot work: ${en}`,
  })));
}

function faultsOf({ kind, oa }: FlowNode, vocabulary: FlowVocabulary): Fault[] {
  const { signing, signingRatio, signingBase, signingQuorum, signers } = oa;
  if (signing === undefined) {
    const stray = [signingRatio, signingBase, signingQuorum, signers].some((value) => value !== undefined);
    return stray ? [{ zh: '缺少会签方式 oa:signing', en: 'oa:signing is missing' }] : [];
  }
  const rule = faultOfRule({ mode: signing, ratio: signingRatio, base: signingBase, quorum: signingQuorum });
  return [
    ...(kind === 'userTask' ? [] : [{ zh: '只有用户任务可以会签', en: 'only a user task can be signed' }]),
    ...(rule === undefined ? [] : [rule]),
    ...((oa.outcomes ?? []).length >= 2 ? [] : [{ zh: '须有两个以上办理结果：第一个是通过后的结果，其余用于未通过', en: 'it needs two outcomes or more: the first when it passes, another when it does not' }]),
    ...(signers === undefined || signers.startsWith('=') ? [] : splitSigners(signers).flatMap((text) => signerFaults(text, vocabulary))),
  ];
}

function signerFaults(text: string, { roles, departments }: FlowVocabulary): Fault[] {
  const signer = readSigner(text);
  if (signer === undefined) return [{ zh: `会签人“${text}”应为 角色、角色@部门 或 person:用户名，可加 *权重`, en: `the signer ${text} must be a role, role@department or person:username, perhaps with *weight` }];
  return [
    ...(signer.role !== undefined && roles !== undefined && !roles.includes(signer.role) ? [{ zh: `会签角色“${signer.role}”不存在`, en: `the role ${signer.role} does not exist` }] : []),
    ...(signer.department !== undefined && departments !== undefined && !departments.includes(signer.department) ? [{ zh: `会签部门“${signer.department}”不存在`, en: `the department ${signer.department} does not exist` }] : []),
  ];
}
