import { Case, Hearing } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Actor } from '../actor.js';
import { mayOpen } from '../cases/may-act.js';
import type { ServiceContext } from '../service-context.js';

/** Hearings of an item, or of all items of a stage case. */
export async function findHearings(context: ServiceContext, actor: Actor, caseId: string): Promise<Hearing[]> {
  const { read } = context.database;
  const shown = await read.findOne(Case, 'id = ?', [caseId]);
  if (!shown) throw new DomainError('CASE_NOT_FOUND', { id: caseId });
  await mayOpen(read, actor, shown);
  return read.find(Hearing, 'caseId = ? OR caseId IN (SELECT id FROM cases WHERE parentId = ?) ORDER BY toldOn, id', [caseId, caseId]);
}
