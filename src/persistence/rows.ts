import type { DataSource, EntityMetadata, ObjectLiteral } from 'typeorm';
import { isFlag, isJson } from '../entities/columns.js';

export type EntityClass<T extends object> = (new () => T) & { name: string };

/** How one entity is written to and read from its table. Columns carry the names of the properties. */
interface RowShape {
  table: string;
  columns: string[];
  json: Set<string>;
  flags: Set<string>;
  insertSql: string;
  selectList: string;
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

  /** The values of a row for an insert, in the order of its columns. */
  valuesOf<T extends object>(entity: EntityClass<T>, row: Partial<T>): unknown[] {
    const shape = this.of(entity);
    return shape.columns.map((column) => this.toStored(shape, column, (row as ObjectLiteral)[column]));
  }

  /** One property as the database holds it. */
  storedValue<T extends object>(entity: EntityClass<T>, column: string, value: unknown): unknown {
    return this.toStored(this.of(entity), column, value);
  }

  /** A row as read, with its JSON values parsed and its flags as booleans. */
  fromRow<T extends object>(entity: EntityClass<T>, row: ObjectLiteral): T {
    const shape = this.of(entity);
    const result: ObjectLiteral = { ...row };
    for (const column of shape.json) if (typeof result[column] === 'string') result[column] = JSON.parse(result[column] as string);
    for (const column of shape.flags) if (column in result) result[column] = Boolean(result[column]);
    return result as T;
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
  const quoted = columns.map((column) => `\`${column}\``).join(', ');
  return {
    table: metadata.tableName,
    columns,
    json: new Set(columns.filter((column) => isJson(metadata.targetName, column))),
    flags: new Set(columns.filter((column) => isFlag(metadata.targetName, column))),
    insertSql: `INSERT INTO \`${metadata.tableName}\` (${quoted}) VALUES (${columns.map(() => '?').join(', ')})`,
    selectList: quoted,
  };
}
