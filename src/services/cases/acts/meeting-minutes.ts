import { Meeting } from '../../../entities/index.js';
import { DomainError } from '../../../errors/domain-error.js';
import type { Act } from './act.js';

/** The minutes 会议纪要: one line per department, dissent included, and the conclusion that every decision of the stage relies on. */
export const meetingMinutes: Act = {
  suggest({ page }) {
    const [meeting] = page.meetings;
    if (!meeting) return {};
    const names = new Map(page.departments.map((department) => [department.id, department.nameZh]));
    const present = (meeting.participants as string[]).map((id) => names.get(id) ?? id);
    return { heldOn: meeting.heldAt.slice(0, 10), chair: meeting.chair ?? undefined, present, matters: (meeting.agenda as string[]).map((matter) => ({ matter, conclusion: '同意' })) };
  },
  async perform({ step, workItem, form }) {
    const { caseRecord, tx } = step;
    const meeting = await tx.findOne(Meeting, 'caseId = ? AND status = ?', [caseRecord.id, 'called']);
    if (!meeting) throw new DomainError('ACTION_NOT_AVAILABLE', { action: workItem.name, available: [] });
    tx.update(Meeting, { status: 'held', minutes: form }, 'id = ?', [meeting.id], { rows: 1, lockedHere: true });
    step.note('minutesRecorded', { number: meeting.number, conclusion: form.conclusion }, { step: workItem.step });
  },
};
