import { Case, ThirdParty } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { isOutsider, type Actor } from '../actor.js';
import { mayOpen } from '../cases/may-act.js';
import type { ServiceContext } from '../service-context.js';

/** Third parties of an item, or of all items of a stage case, with what they stated. The applicant learns what was stated, not how to reach whom. */
export async function findThirdParties(context: ServiceContext, actor: Actor, caseId: string): Promise<ThirdParty[]> {
  const { read } = context.database;
  const shown = await read.findOne(Case, 'id = ?', [caseId]);
  if (!shown) throw new DomainError('CASE_NOT_FOUND', { id: caseId });
  await mayOpen(read, actor, shown);
  const persons = await read.find(ThirdParty, 'caseId = ? OR caseId IN (SELECT id FROM cases WHERE parentId = ?) ORDER BY namedOn, id', [caseId, caseId]);
  return isOutsider(actor) ? persons.map((person) => ({ ...person, name: '', contact: '' })) : persons;
}
