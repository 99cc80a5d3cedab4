import { Meeting, Opinion, WorkItem } from '../../entities/index.js';
import { recordOpinion } from './record-opinion.js';
import type { CaseStep } from './case-step.js';

/**
 * A consulted department let the limit of its flow pass 超时默认: where the diagram – with its legal basis – goes on by a timer, the department
 * is taken to agree. That is an opinion inside the government alone; the decision itself still needs a named person (domain 2.7, T8c).
 */
export async function takeAsAgreement(step: CaseStep, key: string): Promise<void> {
  const { tx, caseRecord } = step;
  const work = await tx.findOne(WorkItem, "caseId = ? AND stepKey = ? AND form = 'meeting-opinion'", [caseRecord.id, key]);
  const meeting = work && (await tx.findOne(Meeting, 'caseId = ? ORDER BY calledOn DESC', [caseRecord.id]));
  if (!work || !meeting || work.departmentId === null) return;
  if ((await tx.count(Opinion, 'meetingId = ? AND departmentId = ?', [meeting.id, work.departmentId])) > 0) return;
  recordOpinion(step, { kind: 'meeting', conclusion: 'agreeBySilence', text: '逾期未反馈意见，视为同意', meetingId: meeting.id, departmentId: work.departmentId });
  step.note('opinionGiven', { department: work.departmentId, conclusion: 'agreeBySilence', dueOn: work.dueOn }, { step: work.step });
}
