import { ThirdParty } from '../../entities/index.js';
import { validateStepForm } from '../../forms/form-registry.js';
import type { CaseStep } from '../cases/case-step.js';
import { requireHandlerOf, requireRunningItem } from '../cases/handler-of-item.js';
import { notifyApplicant, notifyDepartment } from '../cases/notify.js';
import { closeMatter, openMatter } from '../cases/open-matters.js';
import { issueDocument } from '../documents/issue-document.js';
import { beginHearing, hearingMatter } from '../hearings/hold-hearing.js';
import { DomainError } from '../../errors/domain-error.js';
import { awaitedThirdParty } from './awaited-third-party.js';

const DEFAULT_STATEMENT_WORKDAYS = 5;

interface Named {
  persons: { name: string; contact: string; interest: string }[];
  statementWorkdays?: number;
  hearingRight?: boolean;
}

/**
 * Names those whose own major interests the item touches 利害关系人 and issues a notice to each of them (行政许可法 36). The window serves it; the
 * item is not decided before each of them was heard or let his time pass. The clock goes on meanwhile: hearing somebody is none of the
 * procedures of art. 45, a hearing in form is.
 */
export async function nameThirdParties(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  const { caseRecord, context, tx } = step;
  requireRunningItem(caseRecord, 'nameThirdParties');
  requireHandlerOf(step.actor, caseRecord);
  const { persons, statementWorkdays = DEFAULT_STATEMENT_WORKDAYS, hearingRight = false } = validateStepForm('third-parties', form) as unknown as Named;
  for (const { name, contact, interest } of persons) {
    const id = context.newId();
    const documentId = await issueDocument(step, 'third-party-notice', { thirdParty: { addressee: { name }, interest, statementWorkdays, hearingRight } });
    tx.insert(ThirdParty, { id, caseId: caseRecord.id, name, contact, interest, status: 'named', namedOn: step.today, namedBy: step.actor.id, documentId, statementWorkdays });
    openMatter(step, { kind: 'thirdParty', id, label: `利害关系人${name}的告知书待送达`, state: 'named' });
    step.note('thirdPartyNamed', { thirdParty: id, name, interest, statementWorkdays, hearingRight, document: documentId });
  }
  if (hearingRight && !hearingMatter(step)) await beginHearing(step, persons.map((person) => person.interest).join('；').slice(0, 1000));
  notifyApplicant(step, `“${caseRecord.title}”涉及他人重大利益，已依法告知 ${persons.length} 位利害关系人，听取意见后作出决定。`);
  notifyDepartment(step, context.items.get(caseRecord.itemCode as string, caseRecord.itemListVersion).acceptanceWindow.id, `“${caseRecord.title}”有 ${persons.length} 份利害关系人告知书待送达。`);
  step.save();
}

/** Somebody was named in error and not yet told; the decision waits for him no longer. Throws THIRD_PARTY_NOT_FOUND and THIRD_PARTY_SERVED. */
export async function releaseThirdParty(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  requireHandlerOf(step.actor, step.caseRecord);
  const { thirdParty, reason } = validateStepForm('third-party-release', form) as { thirdParty: string; reason: string };
  const person = await awaitedThirdParty(step, thirdParty);
  if (person.status === 'told') throw new DomainError('THIRD_PARTY_SERVED', { name: person.name, on: person.toldOn });
  step.tx.update(ThirdParty, { status: 'released', releaseReason: reason }, 'id = ?', [person.id], { rows: 1, lockedHere: true });
  closeMatter(step, person.id);
  step.note('thirdPartyReleased', { thirdParty: person.id, name: person.name, reason });
  step.save();
}
