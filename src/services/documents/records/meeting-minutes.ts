import { Department, Meeting, Opinion } from '../../../entities/index.js';
import type { DocumentBuilder } from './index.js';
import { caseFacts, projectOnPaper } from './case-facts.js';

/** 会议纪要: one line per department, dissent included, and what was settled. */
export const meetingMinutes: DocumentBuilder = async (step) => {
  const { tx, caseRecord, actor } = step;
  const facts = await caseFacts(step);
  const meeting = (await tx.findOne(Meeting, 'caseId = ?', [caseRecord.id])) as Meeting;
  const opinions = await tx.find(Opinion, 'meetingId = ? ORDER BY at', [meeting.id]);
  const departments = new Map((await tx.find(Department)).map((department) => [department.id, department.nameZh]));
  const minutes = meeting.minutes as { heldOn: string; chair: string; present: string[]; absent?: string[]; matters: { matter: string; conclusion: string }[]; conclusion: string };
  return {
    ...projectOnPaper(facts),
    meetingName: `${meeting.number}项目审批联席会议`,
    heldOn: minutes.heldOn,
    ...(meeting.heldAt.length > 10 && { time: meeting.heldAt.slice(11, 16) }),
    place: meeting.place,
    chair: minutes.chair,
    recorder: actor.name,
    present: minutes.present,
    ...(minutes.absent && { absent: minutes.absent }),
    matters: minutes.matters.map(({ matter, conclusion }) => ({ title: matter, conclusion })),
    opinions: opinions.map((opinion) => ({ department: departments.get(opinion.departmentId ?? '') ?? '', speaker: opinion.personName, verdict: opinion.conclusion, text: opinion.text })),
    conclusion: minutes.conclusion,
  };
};
