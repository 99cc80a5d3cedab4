import { Seal } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Reader } from '../../persistence/transaction.js';

export type SealKind = 'procedural' | 'official';

/** The active seal of a body. Throws SEAL_NOT_FOUND. */
export async function findSeal(reader: Reader, departmentId: string, kind: SealKind): Promise<Seal> {
  const seal = await reader.findOne(Seal, 'departmentId = ? AND kind = ? AND active = 1', [departmentId, kind]);
  if (!seal) throw new DomainError('SEAL_NOT_FOUND', { department: departmentId });
  return seal;
}
