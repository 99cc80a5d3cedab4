import type { DataSource, EntityMetadata, ObjectLiteral } from 'typeorm';
import { isFlag, isJson } from '../entities/columns.js';

export type EntityClass<T extends object> = (new () => T) & { name: string };

/** How one entity is written to and read from its table. Columns carry the names of the properties. */
interface RowShape {
  table: string;
  columns: string[];
  json: Set<string>;
  flags: Set<string>;
  /** The INSERT of each set of columns that was given so far. */
  inserts: Map<string, string>;
}

/** Knows the row shape of every entity of a data source; built once, since it stands on the hot path of a step. */
export class RowShapes {
  private readonly shapes = new Map<string, RowShape>();

  constructor(dataSource: DataSource) {
    for (const metadata of dataSource.entityMetadatas) this.shapes.set(metadata.targetName, shapeOf(metadata));
  }

  of(entity: EntityClass<object>): RowShape {
    const shape = this.shapes.get(entity.name);
    if (!shape) throw new Error(`${entity.name} is not an entity of this data source`);
    return shape;
  }

  /** The statement that adds a row, of the columns that hold something: neither text nor value travels for the NULLs. */
  insertOf<T extends object>(entity: EntityClass<T>, row: Partial<T>): { sql: string; values: unknown[] } {
    const shape = this.of(entity);
    const given = shape.columns.filter((column) => (row as ObjectLiteral)[column] !== undefined && (row as ObjectLiteral)[column] !== null);
    const key = given.join();
    let sql = shape.inserts.get(key);
    if (sql === undefined) {
      sql = `INSERT INTO \`${shape.table}\` (${given.map((column) => `\`${column}\``).join(', ')}) VALUES (${given.map(() => '?').join(', ')})`;
      shape.inserts.set(key, sql);
    }
    return { sql, values: given.map((column) => this.toStored(shape, column, (row as ObjectLiteral)[column])) };
  }

  /** One property as the database holds it. */
  storedValue<T extends object>(entity: EntityClass<T>, column: string, value: unknown): unknown {
    return this.toStored(this.of(entity), column, value);
  }

  /** A row as read becomes the entity, with its JSON values parsed and its flags as booleans; it is the driver's own object, made for us alone. */
  fromRow<T extends object>(entity: EntityClass<T>, row: ObjectLiteral): T {
    const shape = this.of(entity);
    for (const column of shape.json) if (typeof row[column] === 'string') row[column] = JSON.parse(row[column] as string);
    for (const column of shape.flags) if (column in row) row[column] = Boolean(row[column]);
    return row as T;
  }

  private toStored(shape: RowShape, column: string, value: unknown): unknown {
    if (value === undefined || value === null) return null;
    if (shape.json.has(column)) return JSON.stringify(value);
    if (typeof value === 'boolean') return value ? 1 : 0;
    return value;
  }
}

function shapeOf(metadata: EntityMetadata): RowShape {
  const columns = metadata.columns.map((column) => column.propertyName);
  return {
    table: metadata.tableName,
    columns,
    json: new Set(columns.filter((column) => isJson(metadata.targetName, column))),
    flags: new Set(columns.filter((column) => isFlag(metadata.targetName, column))),
    inserts: new Map(),
  };
}
