import { WorkItem } from '../../entities/index.js';
import type { CaseStep, ReturnNote } from '../cases/case-step.js';
import { openMatter } from '../cases/open-matters.js';

const RECONFIRM_WORKDAYS = 2;

export interface ReconfirmationRequest {
  /** How its work is called on the desk. */
  name: string;
  /** How it is called while the decision waits for it. */
  label: string;
  /** What asked for it: no two works of a case have the same. */
  cause: string;
  /** Who gave the opinion, while he can still do this work; else it lies in the queue of the department. */
  assigneeId?: string;
  returned?: ReturnNote;
}

/** Work beside the flow for the department of the item: to uphold its opinion, or to change it. Every decision waits for it. */
export function openReconfirmation(step: CaseStep, { name, label, cause, assigneeId, returned }: ReconfirmationRequest): void {
  const { tx, context, caseRecord } = step;
  const id = context.newId();
  tx.insert(WorkItem, {
    id,
    caseId: caseRecord.id,
    stepKey: `reconfirm:${cause}`,
    step: 'reconfirm',
    name,
    act: 'reconfirmOpinion',
    form: 'reconfirmation',
    outcomes: [],
    role: 'reviewer',
    departmentId: caseRecord.departmentId,
    applicantId: caseRecord.organisationId,
    status: 'open',
    openedAt: step.at,
    dueOn: context.calendars.dueOn(step.today, RECONFIRM_WORKDAYS),
    ...(assigneeId !== undefined && { assigneeId }),
    ...(returned && { returned }),
  });
  openMatter(step, { kind: 'reconfirmation', id, label, key: cause });
}
