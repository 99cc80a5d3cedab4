import { DatabaseSync } from '@photostructure/sqlite';

type Parameter = string | number | bigint | null | Uint8Array;
type Connection = InstanceType<typeof DatabaseSync>;
type Statement = ReturnType<Connection['prepare']>;

/**
 * The embedded SQLite library in the shape that TypeORM's `better-sqlite3` driver expects. `@photostructure/sqlite` ships its binaries
 * inside the npm package, so that a fresh clone needs no compiler.
 */
export class SqliteDriver {
  private readonly database: Connection;

  constructor(file: string, options: { readonly?: boolean; timeout?: number } = {}) {
    this.database = new DatabaseSync(file, {
      readOnly: options.readonly ?? false,
      timeout: options.timeout ?? 5000,
      enableForeignKeyConstraints: true,
    });
  }

  prepare(sql: string): { reader: boolean; all(...values: unknown[]): unknown[]; get(...values: unknown[]): unknown; run(...values: unknown[]): unknown; iterate(...values: unknown[]): unknown } {
    const statement: Statement = this.database.prepare(sql);
    return {
      reader: statement.columns().length > 0,
      all: (...values) => statement.all(...values.map(toParameter)),
      get: (...values) => statement.get(...values.map(toParameter)),
      run: (...values) => statement.run(...values.map(toParameter)),
      iterate: (...values) => statement.iterate(...values.map(toParameter)),
    };
  }

  pragma(text: string): unknown {
    return this.database.prepare(`PRAGMA ${text}`).all();
  }

  exec(sql: string): this {
    this.database.exec(sql);
    return this;
  }

  close(): void {
    this.database.close();
  }
}

/** The library binds a Date or an object silently as NULL, so anything but plain values is refused here. */
function toParameter(value: unknown): Parameter {
  if (value === undefined || value === null) return null;
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint' || value instanceof Uint8Array) return value;
  throw new TypeError(`A ${typeof value} cannot be stored as it is; make it a text or a number first`);
}
