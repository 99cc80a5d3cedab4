import { checkCases } from '../../src/services/invariants/check-invariants.js';
import type { InvariantFinding } from '../../src/services/invariants/finding.js';
import type { TestProduct } from './product.js';

/** Looks after each act whether a case that it touched could be lost; cheap, because only cases whose version changed are looked at. */
export class Watch {
  private versions = new Map<string, number>();

  constructor(private readonly test: TestProduct) {}

  /** Throws with what is wrong after `act`. */
  async after(act: string): Promise<void> {
    const findings = await this.findings();
    if (findings.length > 0) throw new Error(`After ${act}:\n${findings.map(({ number, rule, messageEn, subject }) => `  ${number} ${rule}: ${messageEn}${subject ? ` (${subject})` : ''}`).join('\n')}`);
  }

  /** What is wrong with the cases that changed since it was last asked, and with their stages. */
  private async findings(): Promise<InvariantFinding[]> {
    const { services } = this.test.product;
    const rows = (await services.database.read.query('SELECT id, parentId, version FROM cases', [])) as { id: string; parentId: string | null; version: number }[];
    const changed = rows.filter(({ id, version }) => this.versions.get(id) !== version);
    this.versions = new Map(rows.map(({ id, version }) => [id, version]));
    return checkCases(services, [...new Set(changed.flatMap(({ id, parentId }) => (parentId === null ? [id] : [id, parentId])))]);
  }
}
