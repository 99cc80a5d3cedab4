import { Document, WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { requireRole } from '../actor.js';
import { CaseStep, lockCase } from '../cases/case-step.js';
import { orderSeals } from './order-seals.js';

const SEAL_WORKDAYS = 1;

/** Puts papers of a closed case, issued after its decision, onto the desk of the seal keeper. */
export function askForSeal(step: CaseStep, documentId: string, name: string): void {
  const { tx, context, caseRecord } = step;
  tx.insert(WorkItem, {
    id: context.newId(),
    caseId: caseRecord.id,
    stepKey: `seal:${documentId}`,
    step: 'sealPapers',
    name: `用印：${name}`.slice(0, 120),
    act: 'sealPapers',
    form: 'sealing',
    outcomes: [],
    role: 'sealkeeper',
    applicantId: caseRecord.organisationId,
    status: 'open',
    openedAt: step.at,
    dueOn: context.calendars.dueOn(step.today, SEAL_WORKDAYS),
  });
}

/** Papers that hold no longer need no seal any more: the seal keeper has them no longer on his desk. */
export function askNoSeal(step: CaseStep, documentIds: readonly string[]): void {
  for (const id of documentIds) step.tx.update(WorkItem, { status: 'cancelled', doneAt: step.at }, "caseId = ? AND stepKey = ? AND status = 'open'", [step.caseRecord.id, `seal:${id}`]);
}

/** The one seal of the stage was put on these papers: where they lay on the desk apart, that work is done with it, and the record of the item says so. */
export async function sealedWithAll(step: CaseStep, documents: readonly Document[]): Promise<void> {
  const { tx, context, actor } = step;
  if (documents.length === 0) return;
  const keys = documents.map(({ id }) => `seal:${id}`);
  const cases = [...new Set(documents.map((document) => document.caseId))];
  const places = (list: readonly unknown[]): string => list.map(() => '?').join(', ');
  const apart = await tx.find(WorkItem, `caseId IN (${places(cases)}) AND status = 'open' AND stepKey IN (${places(keys)})`, [...cases, ...keys]);
  for (const caseId of new Set(apart.map((each) => each.caseId))) {
    const item = new CaseStep(context, tx, actor, await lockCase(tx, caseId));
    const work = apart.filter((each) => each.caseId === caseId);
    for (const { id } of work) tx.update(WorkItem, { status: 'done', doneAt: step.at, doneBy: actor.id }, 'id = ? AND status = ?', [id, 'open'], { rows: 1 });
    item.note('sealed', { documents: documents.filter(({ id }) => work.some(({ stepKey }) => stepKey === `seal:${id}`)).map(({ number }) => number), remarks: '' });
    item.save();
  }
}

/** The seal keeper seals what was issued after the decision, such as a revocation. Throws ACTION_NOT_AVAILABLE when nothing waits. */
export async function sealPapers(step: CaseStep): Promise<void> {
  const { tx, caseRecord, actor } = step;
  requireRole(actor, 'sealkeeper');
  const work = await tx.find(WorkItem, "caseId = ? AND step = 'sealPapers' AND status = 'open'", [caseRecord.id]);
  if (work.length === 0) throw new DomainError('ACTION_NOT_AVAILABLE', { action: 'sealPapers', available: [] });
  const ids = work.map((each) => each.stepKey.slice('seal:'.length));
  const documents = await tx.find(Document, `id IN (${ids.map(() => '?').join(', ')})`, ids);
  await orderSeals(step, documents);
  for (const each of work) tx.update(WorkItem, { status: 'done', doneAt: step.at, doneBy: actor.id }, 'id = ?', [each.id], { rows: 1, lockedHere: true });
  step.note('sealed', { documents: documents.map((document) => document.number), remarks: '' });
  step.save();
}
