import 'reflect-metadata';
import path from 'node:path';
import { DataSource, type DataSourceOptions } from 'typeorm';
import { entities } from '../entities/index.js';
import { setLongTextType } from '../entities/columns.js';
import { migrations } from './migrations/index.js';
import { SqliteDriver } from './sqlite-driver.js';

export type Dialect = 'sqlite' | 'mariadb';

/** Which database a `DATABASE_URL` names. Throws a plain Error with one line that says what is accepted. */
export function dialectOf(databaseUrl: string): Dialect {
  if (databaseUrl.startsWith('sqlite:')) return 'sqlite';
  if (/^(mysql|mariadb):\/\//.test(databaseUrl)) return 'mariadb';
  throw new Error(`DATABASE_URL must be sqlite:FILE or mysql://user:password@host:port/database, not ${databaseUrl.split(':')[0]}:…`);
}

/** A data source for writing (and, on MariaDB, reading). The tables come from the migrations alone. */
export function createDataSource(databaseUrl: string, poolSize: number): DataSource {
  const dialect = dialectOf(databaseUrl);
  setLongTextType(dialect === 'sqlite' ? 'text' : 'longtext');
  return new DataSource(dialect === 'sqlite' ? sqliteOptions(databaseUrl, false) : mariadbOptions(databaseUrl, poolSize));
}

/**
 * A second, read-only data source on the same SQLite file: without it a read outside a unit of work would see rows
 * that another request has not committed yet, since TypeORM shares one connection per SQLite data source.
 */
export function createReadOnlyDataSource(databaseUrl: string): DataSource {
  return new DataSource(sqliteOptions(databaseUrl, true));
}

function sqliteOptions(databaseUrl: string, readonly: boolean): DataSourceOptions {
  return {
    type: 'better-sqlite3',
    database: path.resolve(databaseUrl.slice('sqlite:'.length)),
    driver: SqliteDriver,
    enableWAL: !readonly,
    readonly,
    entities,
    migrations,
    migrationsTransactionMode: 'each',
    prepareDatabase: (database: unknown) => {
      (database as SqliteDriver).pragma('busy_timeout = 5000');
      if (!readonly) (database as SqliteDriver).pragma('synchronous = FULL');
    },
  } as DataSourceOptions;
}

function mariadbOptions(databaseUrl: string, poolSize: number): DataSourceOptions {
  return {
    type: 'mariadb',
    url: databaseUrl.replace(/^mysql:/, 'mariadb:'),
    charset: 'utf8mb4',
    timezone: 'Z',
    poolSize,
    entities,
    migrations,
    migrationsTransactionMode: 'each',
    // One round trip for the reads and one for the writes of a step (docs/decisions/0006).
    extra: { multipleStatements: true, connectTimeout: 10_000 },
  } as DataSourceOptions;
}
