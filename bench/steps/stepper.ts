import { Case } from '../../src/entities/index.js';
import { actOnCase } from '../../src/services/cases/act-on-case.js';
import type { BenchOffice } from './office.js';

/** An ordinary work-item completion of the ring of tasks. */
export const passing = { action: 'pass', form: { opinion: '申请材料符合规定，建议通过' } };

/** Completes the open task of the n-th case in this process; remembers the version that the answer names. */
export function stepper(office: BenchOffice, ids: string[]): (index: number) => Promise<void> {
  const versions = new Map<string, number>();
  return async (index) => {
    const id = ids[index] as string;
    const version = versions.get(id) ?? ((await office.product.services.database.read.findOne(Case, 'id = ?', [id])) as Case).version;
    const result = await actOnCase(office.product.services, office.reviewer, id, { ...passing, version }, crypto.randomUUID());
    versions.set(id, result.version);
  };
}
