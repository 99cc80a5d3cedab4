import type { ObjectLiteral } from 'typeorm';
import { DomainError } from '../errors/domain-error.js';
import { gatheringSql, sortOut, type Gathered, type Part } from './gather.js';
import type { EntityClass, RowShapes } from './rows.js';

type Query = (sql: string, values: unknown[]) => Promise<ObjectLiteral[]>;

/** Reads rows as entities. Column names equal property names; values are bound, never written into the text. */
export class Reader {
  constructor(
    protected readonly shapes: RowShapes,
    private readonly runQuery: Query,
  ) {}

  /** Rows of one table. `where` is SQL with `?` for each value, e.g. `caseId = ? AND status = ? ORDER BY openedAt`. */
  async find<T extends object>(entity: EntityClass<T>, where = '1 = 1', values: unknown[] = []): Promise<T[]> {
    const rows = await this.query(this.selectSql(entity, where), values);
    return rows.map((row) => this.shapes.fromRow(entity, row));
  }

  /** The first such row, or nothing. */
  async findOne<T extends object>(entity: EntityClass<T>, where: string, values: unknown[]): Promise<T | undefined> {
    const rows = await this.query(`${this.selectSql(entity, where)} LIMIT 1`, values);
    return rows[0] && this.shapes.fromRow(entity, rows[0]);
  }

  /** Rows of several tables by one statement, for a page that shows a bit of each. Without an order they come as they lie. */
  async gather<Parts extends Record<string, Part<never>>>(parts: Parts): Promise<Gathered<Parts>> {
    const list = Object.values(parts);
    const { sql, values } = gatheringSql(this.shapes, list);
    const found = sortOut(this.shapes, list, await this.query(sql, values));
    return Object.fromEntries(Object.keys(parts).map((name, index) => [name, found[index]])) as Gathered<Parts>;
  }

  /** How many such rows there are. */
  async count<T extends object>(entity: EntityClass<T>, where = '1 = 1', values: unknown[] = []): Promise<number> {
    const rows = await this.query(`SELECT COUNT(*) AS total FROM \`${this.shapes.of(entity).table}\` WHERE ${where}`, values);
    return Number(rows[0]?.total ?? 0);
  }

  /** Any statement that answers rows; JSON columns stay text. */
  query(sql: string, values: unknown[] = []): Promise<ObjectLiteral[]> {
    return this.runQuery(sql, values);
  }

  protected selectSql<T extends object>(entity: EntityClass<T>, where: string): string {
    return `SELECT * FROM \`${this.shapes.of(entity).table}\` WHERE ${where}`;
  }
}

/** How many rows a write has to change, and what to say when it changed another number. */
export interface MustChange {
  rows: number;
  /** Thrown when it changed another number of rows; a broken invariant when not given. */
  otherwise?: () => Error;
  /**
   * The rows were locked and compared by this very unit, so the check can fail through a programming error only; it may then
   * travel in one round trip with the commit.
   */
  lockedHere?: boolean;
}

interface PendingWrite {
  sql: string;
  values: unknown[];
  must?: MustChange;
}

/** What a unit of work gives: statements in one round trip, with the number of rows each changed. */
export interface StatementRunner {
  /** Runs statements in order; answers rows (reads) or the number of changed rows (writes) of each. */
  run(statements: { sql: string; values: unknown[] }[]): Promise<(ObjectLiteral[] | number)[]>;
  /** Text that locks the rows of a SELECT until the unit ends; empty where units never run side by side. */
  readonly lockSuffix: string;
}

/**
 * One unit of work. Writes wait and travel together with the commit, or before the next read, so that a step needs two round trips
 * to the database and not a dozen.
 */
export class Transaction extends Reader {
  private pending: PendingWrite[] = [];
  private readonly jobsAfterCommit = new Set<() => void>();

  constructor(
    shapes: RowShapes,
    private readonly runner: StatementRunner,
  ) {
    super(shapes, async (sql, values) => {
      const results = await this.flushAnd([{ sql, values }]);
      return results[0] as ObjectLiteral[];
    });
  }

  /** Reads one row and keeps it locked until the unit ends. */
  async lock<T extends object>(entity: EntityClass<T>, where: string, values: unknown[]): Promise<T | undefined> {
    const rows = await this.query(`${this.selectSql(entity, where)}${this.runner.lockSuffix}`, values);
    return rows[0] && this.shapes.fromRow(entity, rows[0]);
  }

  /** Reads several tables in one round trip; `lock` keeps those rows locked. */
  async readTogether<A extends object, B extends object>(
    first: { entity: EntityClass<A>; where: string; values: unknown[]; lock?: boolean },
    second: { entity: EntityClass<B>; where: string; values: unknown[]; lock?: boolean },
  ): Promise<[A[], B[]]> {
    const statement = <T extends object>(part: { entity: EntityClass<T>; where: string; values: unknown[]; lock?: boolean }): { sql: string; values: unknown[] } => ({
      sql: this.selectSql(part.entity, part.where) + (part.lock ? this.runner.lockSuffix : ''),
      values: part.values,
    });
    const [a, b] = (await this.flushAnd([statement(first), statement(second)])) as [ObjectLiteral[], ObjectLiteral[]];
    return [a.map((row) => this.shapes.fromRow(first.entity, row)), b.map((row) => this.shapes.fromRow(second.entity, row))];
  }

  /** Adds a row. Properties that are not given become NULL. */
  insert<T extends object>(entity: EntityClass<T>, row: Partial<T>): void {
    this.pending.push(this.shapes.insertOf(entity, row));
  }

  /** Changes rows. With `must`, exactly so many have to change, else the unit is undone. */
  update<T extends object>(entity: EntityClass<T>, set: Partial<T>, where: string, values: unknown[], must?: MustChange): void {
    const columns = Object.keys(set);
    const assignments = columns.map((column) => `\`${column}\` = ?`).join(', ');
    const stored = columns.map((column) => this.shapes.storedValue(entity, column, (set as ObjectLiteral)[column]));
    this.pending.push({ sql: `UPDATE \`${this.shapes.of(entity).table}\` SET ${assignments} WHERE ${where}`, values: [...stored, ...values], must });
  }

  remove<T extends object>(entity: EntityClass<T>, where: string, values: unknown[]): void {
    this.pending.push({ sql: `DELETE FROM \`${this.shapes.of(entity).table}\` WHERE ${where}`, values });
  }

  /** Any writing statement. */
  write(sql: string, values: unknown[] = [], must?: MustChange): void {
    this.pending.push({ sql, values, must });
  }

  /** Runs `job` once this unit has been committed; not at all when it is undone. */
  afterCommit(job: () => void): void {
    this.jobsAfterCommit.add(job);
  }

  /** Sends the waiting writes now. Needed only before something that must see their effect outside of this class. */
  async flush(): Promise<void> {
    await this.flushAnd([]);
  }

  /** Sends the waiting writes and commits; called by the unit of work alone. */
  async commit(): Promise<void> {
    await this.flushAnd([{ sql: 'COMMIT', values: [] }]);
    for (const job of this.jobsAfterCommit) job();
  }

  /** Sends the waiting writes and then these statements; answers the results of the latter. */
  private async flushAnd(statements: { sql: string; values: unknown[] }[]): Promise<(ObjectLiteral[] | number)[]> {
    const writes = this.pending;
    this.pending = [];
    if (writes.some((write) => write.must && !write.must.lockedHere)) {
      checkChanged(writes, await this.runner.run(writes));
      return statements.length > 0 ? this.runner.run(statements) : [];
    }
    if (writes.length + statements.length === 0) return [];
    const results = await this.runner.run([...writes, ...statements]);
    checkChanged(writes, results);
    return results.slice(writes.length);
  }
}

function checkChanged(writes: PendingWrite[], results: (ObjectLiteral[] | number)[]): void {
  writes.forEach(({ sql, must }, index) => {
    if (must && results[index] !== must.rows) {
      throw must.otherwise?.() ?? new DomainError('BROKEN_INVARIANT', { statement: sql, changed: results[index], expected: must.rows });
    }
  });
}
