import { AsyncLocalStorage } from 'node:async_hooks';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { Pool } from 'mysql2';
import type { DataSource } from 'typeorm';
import { createDataSource, createReadOnlyDataSource, dialectOf, type Dialect } from './data-source.js';
import { RowShapes, type EntityClass } from './rows.js';
import { OneAtATime } from './one-at-a-time.js';
import { runMariadbUnit, runSqliteUnit } from './unit-of-work.js';
import { Reader, type Transaction } from './transaction.js';

/** The connection of the whole process: the one door for units of work, and reads outside of them. */
export class Database {
  readonly dialect: Dialect;
  /** Reads that see committed rows only. */
  readonly read: Reader;
  private readonly current = new AsyncLocalStorage<Transaction>();
  private readonly queue = new OneAtATime();

  private constructor(
    readonly dataSource: DataSource,
    private readonly readSource: DataSource,
    private readonly shapes: RowShapes,
    databaseUrl: string,
  ) {
    this.dialect = dialectOf(databaseUrl);
    this.read = new Reader(shapes, (sql, values) => this.readSource.query(sql, values));
  }

  /** Connects and brings the tables up to date. Throws when the database cannot be reached or a migration fails; nothing is half migrated. */
  static async open(databaseUrl: string, options: { poolSize?: number } = {}): Promise<Database> {
    const dialect = dialectOf(databaseUrl);
    if (dialect === 'sqlite') await mkdir(path.dirname(path.resolve(databaseUrl.slice('sqlite:'.length))), { recursive: true });
    const dataSource = createDataSource(databaseUrl, options.poolSize ?? 10);
    await dataSource.initialize();
    if (dialect === 'mariadb') await readCommittedOnly(dataSource);
    await dataSource.runMigrations();
    const readSource = dialect === 'sqlite' ? createReadOnlyDataSource(databaseUrl) : dataSource;
    if (readSource !== dataSource) await readSource.initialize();
    return new Database(dataSource, readSource, new RowShapes(dataSource), databaseUrl);
  }

  /**
   * Runs `work` as one unit: all of its writes or none. A unit opened inside another joins it.
   *
   * On SQLite units run one at a time (one connection); on MariaDB side by side under READ COMMITTED, and the whole unit is run again
   * when the database chose it as a deadlock victim — so `work` must not do anything but talk to the database. Mail, files and PDF
   * belong behind the outbox.
   */
  async inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
    const outer = this.current.getStore();
    if (outer) return work(outer);
    const join = (tx: Transaction): Promise<T> => this.current.run(tx, () => work(tx));
    return this.dialect === 'sqlite'
      ? this.queue.run(() => runSqliteUnit(this.dataSource, this.shapes, join))
      : runMariadbUnit(this.dataSource, this.shapes, join);
  }

  /** Is the database there? */
  async ping(): Promise<boolean> {
    try {
      await this.readSource.query('SELECT 1');
      return true;
    } catch {
      return false;
    }
  }

  async close(): Promise<void> {
    await this.queue.run(async () => {
      if (this.readSource !== this.dataSource) await this.readSource.destroy();
      await this.dataSource.destroy();
    });
  }
}

const READ_COMMITTED = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';

/**
 * Every connection of the pool works under READ COMMITTED: under InnoDB's default the gap locks of one case's work items deadlock with the
 * inserts of another's.
 */
async function readCommittedOnly(dataSource: DataSource): Promise<void> {
  const { pool } = dataSource.driver as unknown as { pool: Pool };
  pool.on('connection', (connection) => {
    connection.query(READ_COMMITTED);
    // A lost connection fails the query that waits on it; beyond that it is nobody's news, and unheard it would end the process.
    connection.on('error', () => undefined);
  });
  // The one connection that is there already.
  await dataSource.query(READ_COMMITTED);
}

export type { EntityClass, Transaction };
