import { Meeting, Opinion } from '../../../entities/index.js';
import { DomainError } from '../../../errors/domain-error.js';
import { recordOpinion } from '../record-opinion.js';
import type { Act } from './act.js';

/** One opinion per department: agree, or disagree with a reason (部门会签意见). */
export const meetingOpinion: Act = {
  async perform({ step, workItem, form }) {
    const { caseRecord, tx } = step;
    const meeting = await tx.findOne(Meeting, 'caseId = ?', [caseRecord.id]);
    if (!meeting) throw new DomainError('ACTION_NOT_AVAILABLE', { action: workItem.name, available: [] });
    const department = workItem.departmentId ?? step.actor.departmentId;
    if ((await tx.count(Opinion, 'meetingId = ? AND departmentId = ?', [meeting.id, department])) > 0) throw new DomainError('OPINION_ALREADY_GIVEN');
    recordOpinion(step, { kind: 'meeting', conclusion: String(form.opinion), text: [form.reason, form.suggestions].filter(Boolean).join('；'), meetingId: meeting.id, departmentId: department });
    step.note('opinionGiven', { department, conclusion: form.opinion, reason: form.reason ?? '', suggestions: form.suggestions ?? '' }, { step: workItem.step });
  },
};
