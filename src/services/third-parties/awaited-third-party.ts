import { ThirdParty } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { CaseStep } from '../cases/case-step.js';
import { mattersOf } from '../cases/open-matters.js';

/** The third party that is meant: the one named, or the only one that the item waits for. Throws THIRD_PARTY_NOT_FOUND. */
export async function awaitedThirdParty(step: CaseStep, id?: string): Promise<ThirdParty> {
  const [only, ...more] = mattersOf(step.caseRecord).filter((matter) => matter.kind === 'thirdParty');
  const meant = id ?? (more.length === 0 ? only?.id : undefined) ?? '';
  const person = await step.tx.findOne(ThirdParty, "id = ? AND caseId = ? AND status IN ('named', 'told')", [meant, step.caseRecord.id]);
  if (!person) throw new DomainError('THIRD_PARTY_NOT_FOUND', { id: meant });
  return person;
}
