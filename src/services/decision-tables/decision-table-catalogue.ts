import { LRUCache } from 'lru-cache';
import { DecisionTable } from '../../entities/index.js';
import type { Database } from '../../persistence/database.js';
import type { Decision } from '../../workflows/dmn/decision.js';

const KEPT = 200;

/** How a case notes which version of a decision table it keeps, among the flow versions that it keeps. */
export const pinOf = (tableKey: string): string => `decision:${tableKey}`;

/** The flow versions among them, without the tables. */
export const pinnedVersions = (pinned: Readonly<Record<string, string>>): string[] => Object.entries(pinned).filter(([key]) => !key.startsWith(pinOf(''))).map(([, id]) => id);

/** The published decision tables: which version new cases take, and any version that a running case is pinned to. */
export class DecisionCatalogue {
  private readonly versions = new LRUCache<string, Decision>({ max: KEPT });

  constructor(private readonly database: Database) {}

  /** The newest published version of a table, if there is one. */
  findCurrent(tableKey: string): Promise<DecisionTable | undefined> {
    return this.database.read.findOne(DecisionTable, 'tableKey = ? ORDER BY number DESC', [tableKey]);
  }

  private async findCurrentId(tableKey: string): Promise<string | undefined> {
    const rows = await this.database.read.query('SELECT id FROM decision_tables WHERE tableKey = ? ORDER BY number DESC LIMIT 1', [tableKey]);
    return rows[0]?.id as string | undefined;
  }

  /** The table that a case keeps since its filing; one that it does not know yet in its newest version. */
  async findPinned(tableKey: string, pinned: Record<string, string>): Promise<Decision | undefined> {
    const id = pinned[pinOf(tableKey)] ?? (await this.findCurrentId(tableKey));
    if (id === undefined) return undefined;
    const remembered = this.versions.get(id);
    if (remembered) return remembered;
    const row = await this.database.read.findOne(DecisionTable, 'id = ?', [id]);
    if (!row) return undefined;
    this.versions.set(id, row.definition as Decision);
    return row.definition as Decision;
  }
}
