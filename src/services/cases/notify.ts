import { Notice } from '../../entities/index.js';
import type { Role } from '../actor.js';
import type { CaseStep } from './case-step.js';

/** Leaves a message for the applicant's people; every change of status that concerns them reaches them by one. */
export function notifyApplicant(step: CaseStep, text: string): void {
  leaveNotice(step, { organisationId: step.caseRecord.organisationId }, text);
}

/** Leaves a message for the people of a department. */
export function notifyDepartment(step: CaseStep, departmentId: string | null, text: string): void {
  if (departmentId !== null) leaveNotice(step, { departmentId }, text);
}

/** Leaves a message for everybody who has a role. */
export function notifyRole(step: CaseStep, role: Role, text: string): void {
  leaveNotice(step, { role }, text);
}

/** Leaves a message for one person. */
export function notifyPerson(step: CaseStep, personId: string, text: string): void {
  leaveNotice(step, { personId }, text);
}

function leaveNotice(step: CaseStep, to: { organisationId?: string; departmentId?: string; personId?: string; role?: string }, text: string): void {
  const { caseRecord, context } = step;
  step.tx.insert(Notice, { id: context.newId(), caseId: caseRecord.parentId ?? caseRecord.id, ...to, text: text.slice(0, 1000), at: step.at, readAt: null });
}
