import { Case, Meeting } from '../../../entities/index.js';
import { DomainError } from '../../../errors/domain-error.js';
import { endedUndecided, itemsGoingOn, needsMeeting } from '../item-procedures.js';
import { takeNumber } from '../take-number.js';
import type { Act } from './act.js';

/** 一次会议研究: the secretary calls the one meeting of the stage, with its agenda; every department involved states its opinion beforehand. */
export const meetingCall: Act = {
  suggest({ context, caseRecord, children }) {
    const discussed = itemsGoingOn(context, caseRecord, children).filter(needsMeeting);
    return { agenda: [`研究“${caseRecord.title}”联合审批事项`, ...discussed.map((item) => `研究“${item.nameZh}”`)] };
  },
  async perform({ step, workItem, form }) {
    const { caseRecord, tx, actor, context, today } = step;
    if ((await tx.count(Meeting, 'caseId = ?', [caseRecord.id])) > 0) throw new DomainError('MEETING_ONLY_ONCE');
    const items = await tx.find(Case, 'parentId = ? ORDER BY number', [caseRecord.id]);
    const year = today.slice(0, 4);
    const serial = await takeNumber(tx, `meeting:${year}`);
    tx.insert(Meeting, {
      id: context.newId(),
      caseId: caseRecord.id,
      number: `${year}年第${serial}次`,
      status: 'called',
      heldAt: `${String(form.heldOn)}T${String(form.startsAt)}`,
      place: String(form.place),
      chair: form.chair === undefined ? null : String(form.chair),
      agenda: form.agenda,
      participants: [...new Set(items.filter((item) => !endedUndecided(item)).map((item) => item.departmentId))],
      calledBy: actor.id,
      calledOn: today,
    });
    step.note('meetingCalled', { heldOn: form.heldOn, startsAt: form.startsAt, place: form.place, chair: form.chair ?? null }, { step: workItem.step });
  },
};
