import type { DataSource, ObjectLiteral } from 'typeorm';
import type { Pool, PoolConnection } from 'mysql2';
import type { RowShapes } from './rows.js';
import { Transaction, type StatementRunner } from './transaction.js';

type Statement = { sql: string; values: unknown[] };
type Results = (ObjectLiteral[] | number)[];

/** One unit on the embedded database: the caller sees to it that no other runs meanwhile. */
export async function runSqliteUnit<T>(dataSource: DataSource, shapes: RowShapes, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const runner = dataSource.createQueryRunner();
  const run = async (statements: Statement[]): Promise<Results> => {
    const results: Results = [];
    for (const { sql, values } of statements) {
      const result = await runner.query(sql, values, true);
      results.push(result.affected ?? (result.records as ObjectLiteral[]));
    }
    return results;
  };
  const tx = new Transaction(shapes, { run, lockSuffix: '' });
  await runner.query('BEGIN IMMEDIATE');
  try {
    const answer = await work(tx);
    await tx.commit();
    return answer;
  } catch (error) {
    await runner.query('ROLLBACK').catch(() => undefined);
    throw error;
  }
}

const DEADLOCK = 1213;
const LOCK_WAIT_TIMEOUT = 1205;
const ATTEMPTS = 5;

/** One unit on MariaDB or MySQL, run again from the start when the database chose it as the victim of a deadlock. */
export async function runMariadbUnit<T>(dataSource: DataSource, shapes: RowShapes, work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await attemptMariadbUnit(dataSource, shapes, work);
    } catch (error) {
      if (attempt >= ATTEMPTS || !isLockConflict(error)) throw error;
    }
  }
}

async function attemptMariadbUnit<T>(dataSource: DataSource, shapes: RowShapes, work: (tx: Transaction) => Promise<T>): Promise<T> {
  const statements = new MariadbStatements((dataSource.driver as unknown as { pool: Pool }).pool);
  try {
    const tx = new Transaction(shapes, statements);
    const answer = await work(tx);
    await tx.commit();
    return answer;
  } catch (error) {
    await statements.rollback();
    throw error;
  } finally {
    statements.release();
  }
}

/**
 * Sends several statements as one text; the first of a unit carries the start of the transaction with it. Straight to the driver's connection: on
 * the way through the query runner each statement would pay for a promise wrapper, a captured stack and two broadcasts, a sixth of what a step
 * costs the server.
 */
class MariadbStatements implements StatementRunner {
  readonly lockSuffix = ' FOR UPDATE';
  private connection?: PoolConnection;

  constructor(private readonly pool: Pool) {}

  async run(statements: Statement[]): Promise<Results> {
    const opening = this.connection === undefined ? ['START TRANSACTION'] : [];
    this.connection ??= await this.connect();
    const text = [...opening, ...statements.map((statement) => statement.sql)].join(';\n');
    const answer = await this.send(this.connection, text, statements.flatMap((statement) => statement.values));
    const results = opening.length + statements.length === 1 ? [answer] : (answer as unknown[]);
    return results.slice(opening.length).map(toResult);
  }

  async rollback(): Promise<void> {
    if (this.connection) await this.send(this.connection, 'ROLLBACK', []).catch(() => this.giveUp());
  }

  release(): void {
    this.connection?.release();
  }

  private connect(): Promise<PoolConnection> {
    return new Promise((resolve, reject) => this.pool.getConnection((error, connection) => (error ? reject(error) : resolve(connection))));
  }

  private send(connection: PoolConnection, text: string, values: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => connection.query(text, values, (error, result) => (error ? reject(error) : resolve(result))));
  }

  /** A connection that could not be rolled back is closed, which undoes its unit; the next one never gets it. */
  private giveUp(): void {
    this.connection?.destroy();
    this.connection = undefined;
  }
}

function toResult(result: unknown): ObjectLiteral[] | number {
  return Array.isArray(result) ? (result as ObjectLiteral[]) : (result as { affectedRows: number }).affectedRows;
}

function isLockConflict(error: unknown): boolean {
  const errno = (error as { errno?: number; driverError?: { errno?: number } }).errno ?? (error as { driverError?: { errno?: number } }).driverError?.errno;
  return errno === DEADLOCK || errno === LOCK_WAIT_TIMEOUT;
}
