import { Notice } from '../../entities/index.js';
import type { CaseStep } from './case-step.js';

/** Leaves a message for the applicant's people; every change of status that concerns them reaches them by one. */
export function notifyApplicant(step: CaseStep, text: string): void {
  const { caseRecord, context } = step;
  step.tx.insert(Notice, { id: context.newId(), caseId: caseRecord.parentId ?? caseRecord.id, organisationId: caseRecord.organisationId, departmentId: null, text, at: step.at, readAt: null });
}
