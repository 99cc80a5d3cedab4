import { Department } from '../../entities/index.js';
import type { DocumentKind } from '../../documents/templates/index.js';
import type { CaseStep } from '../cases/case-step.js';
import { delegationOf } from '../cases/delegation.js';
import type { IssuingDepartment } from './issue-document.js';

interface DocumentTraits {
  /** Word of the document number 文号 for its nature. */
  kindWord: string;
  /** Chinese name in lists. */
  name: string;
  /** `procedural`: the special seal 行政许可专用章 is put on at once; `official`: by the seal keeper in his own act. */
  seal: 'procedural' | 'official';
  /** In whose name it goes out. */
  issuer: (step: CaseStep) => Promise<IssuingDepartment>;
}

/** The one window speaks to the applicant before the decision; departments never write to him directly (一个窗口服务). */
const theWindow = (step: CaseStep): Promise<IssuingDepartment> => departmentById(step, step.context.items.getAll(stageCodes(step), step.caseRecord.itemListVersion)[0]?.acceptanceWindow.id ?? '');
/** The lead body of the stage. */
const theLead = (step: CaseStep): Promise<IssuingDepartment> => departmentById(step, step.caseRecord.departmentId ?? '');
/** The body that decides under the delegation of the item. */
const theDecider = (step: CaseStep): Promise<IssuingDepartment> => departmentById(step, delegationOf(step).signingBody.id);

export const documentTraits: Record<DocumentKind, DocumentTraits> = {
  'receipt-list': { kindWord: '收', name: '收件凭证', seal: 'procedural', issuer: theWindow },
  'acceptance-notice': { kindWord: '受', name: '受理通知书', seal: 'procedural', issuer: theWindow },
  'correction-notice': { kindWord: '补', name: '补正材料一次性告知书', seal: 'procedural', issuer: theWindow },
  'not-accepted': { kindWord: '不受', name: '不予受理决定书', seal: 'procedural', issuer: theWindow },
  'special-procedure-notice': { kindWord: '特', name: '特别程序告知书', seal: 'procedural', issuer: theWindow },
  'extension-notice': { kindWord: '延', name: '延长审查期限告知书', seal: 'procedural', issuer: theWindow },
  'review-commission': { kindWord: '评委', name: '委托评审函', seal: 'procedural', issuer: theLead },
  'meeting-minutes': { kindWord: '会纪', name: '会议纪要', seal: 'procedural', issuer: theWindow },
  decision: { kindWord: '许准', name: '准予行政许可决定书', seal: 'official', issuer: theDecider },
  refusal: { kindWord: '许不', name: '不予行政许可决定书', seal: 'official', issuer: theDecider },
  certificate: { kindWord: '证', name: '证照（批文）', seal: 'official', issuer: theDecider },
  'hearing-notice': { kindWord: '听', name: '听证告知（通知）书', seal: 'procedural', issuer: theWindow },
  'third-party-notice': { kindWord: '利', name: '利害关系人告知书', seal: 'procedural', issuer: theWindow },
  'permit-end': { kindWord: '许终', name: '许可终止决定书', seal: 'official', issuer: theDecider },
  'suspension-notice': { kindWord: '中止', name: '中止办理通知书', seal: 'procedural', issuer: theWindow },
  'termination-notice': { kindWord: '终止', name: '终止办理通知书', seal: 'procedural', issuer: (step) => (step.caseRecord.kind === 'item' ? theDecider(step) : theLead(step)) },
  'delivery-receipt': { kindWord: '送', name: '送达回证', seal: 'procedural', issuer: theWindow },
};

function stageCodes(step: CaseStep): string[] {
  const { caseRecord } = step;
  return caseRecord.kind === 'item' ? [caseRecord.itemCode as string] : (caseRecord.itemCodes as string[]);
}

async function departmentById(step: CaseStep, id: string): Promise<IssuingDepartment> {
  const department = await step.tx.findOne(Department, 'id = ?', [id]);
  if (!department) throw new Error(`The list of items names the department ${id}, which does not exist`);
  return department;
}
