import { Opinion, Person, type WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { CaseStep } from '../cases/case-step.js';

/** Verification and decision are the second look: who examined the item has no vote in them. Throws NOT_YOUR_OWN_WORK. */
export async function refuseExaminer({ tx, caseRecord }: CaseStep, workItem: WorkItem, people: readonly string[]): Promise<void> {
  const examiner = await examinerFor({ tx, caseRecord }, workItem);
  if (examiner === undefined || !people.includes(examiner)) return;
  const person = await tx.findOne(Person, 'id = ?', [examiner]);
  throw new DomainError('NOT_YOUR_OWN_WORK', { step: workItem.name, person: person?.name });
}

/** Who examined the item, where that keeps him from this work. */
export async function examinerFor({ tx, caseRecord }: Pick<CaseStep, 'tx' | 'caseRecord'>, workItem: WorkItem): Promise<string | undefined> {
  if (!['verification', 'decision'].includes(workItem.form ?? '')) return undefined;
  const [examined] = await tx.find(Opinion, 'caseId = ? AND kind = ? ORDER BY at DESC', [caseRecord.id, 'examination']);
  return examined?.personId;
}
