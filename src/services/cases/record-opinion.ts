import { Opinion } from '../../entities/index.js';
import type { CaseStep } from './case-step.js';

export interface NewOpinion {
  kind: 'examination' | 'verification' | 'meeting' | 'filing' | 'hearing' | 'thirdParty' | 'countersign';
  conclusion: string;
  text: string;
  meetingId?: string;
  departmentId?: string | null;
  /** Fields and materials that it rests on. */
  reliedOn?: readonly string[];
}

/** Keeps what somebody holds, in the name of his department. */
export function recordOpinion(step: CaseStep, opinion: NewOpinion): void {
  const { caseRecord, actor, context, tx } = step;
  tx.insert(Opinion, {
    id: context.newId(),
    caseId: caseRecord.id,
    meetingId: opinion.meetingId ?? null,
    kind: opinion.kind,
    itemCode: caseRecord.itemCode,
    departmentId: opinion.departmentId ?? actor.departmentId,
    personId: actor.id,
    personName: step.signature,
    conclusion: opinion.conclusion,
    text: opinion.text.slice(0, 2000),
    reliedOn: opinion.reliedOn && opinion.reliedOn.length > 0 ? opinion.reliedOn : null,
    at: step.at,
  });
}
