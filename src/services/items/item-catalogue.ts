import { ItemList } from '../../entities/index.js';
import type { Item, ItemListMeta, ProjectType, StageCode } from '../../catalogue/item.js';
import { itemLimits, type ItemLimits } from '../../catalogue/item-limits.js';
import type { OneStopPrinciple } from '../../catalogue/principles.js';
import { stageLimit, type StageBudgets } from '../../catalogue/stage-budgets.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Database } from '../../persistence/database.js';

export interface ListVersion {
  readonly version: number;
  readonly dataStatus: string;
  readonly meta: ItemListMeta;
  readonly items: readonly Item[];
  readonly byCode: ReadonlyMap<string, Item>;
}

/** Reference data that ships beside the list and is read at start. */
export interface ReferenceData {
  readonly principles: readonly OneStopPrinciple[];
  readonly budgets: StageBudgets;
  readonly limitWorkdays: number;
}

/** The catalogue of delegated items: all imported versions, the newest in force; a draft follows it, a case keeps the version it was filed under. */
export class ItemCatalogue {
  private versions = new Map<number, ListVersion>();
  private newest: ListVersion | undefined;

  constructor(
    private readonly database: Database,
    readonly reference: ReferenceData,
  ) {}

  /** Reads the imported lists; call after start and after each import. */
  async reload(): Promise<void> {
    const rows = await this.database.read.find(ItemList, '1 = 1 ORDER BY version');
    for (const row of rows) {
      if (this.versions.has(row.version)) continue;
      const { meta, items } = row.content as { meta: ItemListMeta; items: Item[] };
      this.versions.set(row.version, { version: row.version, dataStatus: row.dataStatus, meta, items, byCode: new Map(items.map((item) => [item.code, item])) });
    }
    this.newest = this.versions.get(rows.at(-1)?.version ?? -1);
  }

  isEmpty(): boolean {
    return this.newest === undefined;
  }

  /** The list in force, or the one with this version. */
  list(version?: number): ListVersion {
    const found = version === undefined ? this.newest : this.versions.get(version);
    if (!found) throw new Error('No list of delegated items has been imported');
    return found;
  }

  /** Every imported list, oldest first. */
  allLists(): ListVersion[] {
    return [...this.versions.values()].sort((one, other) => one.version - other.version);
  }

  /** One item. Throws ITEM_NOT_FOUND. */
  get(code: string, version?: number): Item {
    const item = this.list(version).byCode.get(code);
    if (!item) throw new DomainError('ITEM_NOT_FOUND', { code });
    return item;
  }

  /** Several items in the order of the list. Throws ITEM_NOT_FOUND for the first unknown code. */
  getAll(codes: readonly string[], version?: number): Item[] {
    return codes.map((code) => this.get(code, version)).sort((one, other) => one.seq - other.seq);
  }

  limitsOf(item: Item, projectType: string): ItemLimits {
    return itemLimits(item, projectType as ProjectType);
  }

  /** Working days of a stage for this kind of project; undefined outside the four stages. */
  stageLimit(projectType: string, stage: string): number | undefined {
    return stageLimit(this.reference.budgets, projectType as ProjectType, stage as StageCode);
  }

  /** Chinese name of a stage. */
  stageName(stage: string): string {
    return this.list().meta.stages[stage]?.zh ?? stage;
  }
}
