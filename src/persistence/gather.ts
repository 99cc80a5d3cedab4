import type { ObjectLiteral } from 'typeorm';
import type { EntityClass, RowShapes } from './rows.js';

/** Rows of one table among those of several. */
export interface Part<T extends object> {
  readonly entity: EntityClass<object>;
  /** SQL with `?` for each value, without an order. */
  readonly where: string;
  readonly values: readonly unknown[];
  /** Only these columns; all when not given. */
  readonly columns?: readonly (keyof T & string)[];
  /** By the code units of these columns, ascending; NULL first. */
  readonly orderBy?: readonly string[];
}

export type Gathered<Parts> = { -readonly [Name in keyof Parts]: Parts[Name] extends Part<infer T> ? T[] : never };

/** Which rows of a table a page wants. */
export function part<T extends object, Column extends keyof T & string = keyof T & string>(
  entity: EntityClass<T>,
  where: string,
  values: readonly unknown[],
  choice: { columns?: readonly Column[]; orderBy?: readonly (keyof T & string)[] } = {},
): Part<Pick<T, Column>> {
  return { entity, where, values, ...choice };
}

/** The one statement that reads all parts: each row travels as a JSON array of its columns, with the number of its part. */
export function gatheringSql(shapes: RowShapes, parts: readonly Part<never>[]): { sql: string; values: unknown[] } {
  const selects = parts.map(({ entity, where, columns }, index) => {
    const { table, columns: all } = shapes.of(entity);
    return `SELECT ${index} AS part, JSON_ARRAY(${(columns ?? all).map((column) => `\`${column}\``).join(', ')}) AS data FROM \`${table}\` WHERE ${where}`;
  });
  return { sql: selects.join(' UNION ALL '), values: parts.flatMap(({ values }) => values) };
}

/** The rows of each part, as entities. */
export function sortOut(shapes: RowShapes, parts: readonly Part<never>[], rows: readonly ObjectLiteral[]): object[][] {
  const found = parts.map((): object[] => []);
  for (const { part: index, data } of rows) {
    const { entity, columns = shapes.of(entity).columns } = parts[Number(index)] as Part<never>;
    // MySQL's driver parses JSON values by itself.
    const values = (typeof data === 'string' ? JSON.parse(data) : data) as unknown[];
    found[Number(index)]?.push(shapes.fromRow(entity, Object.fromEntries(columns.map((column, place) => [column, values[place]]))));
  }
  return found.map((list, index) => sorted(list, (parts[index] as Part<never>).orderBy ?? []));
}

function sorted(rows: ObjectLiteral[], columns: readonly string[]): ObjectLiteral[] {
  if (columns.length === 0) return rows;
  return rows.sort((one, other) => columns.reduce((order, column) => order || compare(one[column], other[column]), 0));
}

function compare(one: unknown, other: unknown): number {
  if (one === other) return 0;
  if (one === null) return -1;
  if (other === null) return 1;
  return (one as string) < (other as string) ? -1 : 1;
}
