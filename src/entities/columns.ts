import { Column, getMetadataArgsStorage, Index, PrimaryColumn } from 'typeorm';

/**
 * The few kinds of column that our tables have. Types are always named, because not every test runner can infer them, and they are
 * the same on SQLite and MariaDB/MySQL except long texts, which `persistence/dialect.ts` widens on MariaDB (`TEXT` ends at 64 KB there).
 */
interface ColumnChoice {
  nullable?: boolean;
}

const longTexts = new Set<string>();
const jsons = new Set<string>();
const flags = new Set<string>();

const nameOf = (target: object, property: string | symbol): string => `${target.constructor.name}.${String(property)}`;

/** An identifier: a time-ordered UUID, or a short stable key such as a department's. */
export const Id = (choice: ColumnChoice = {}): PropertyDecorator => Column('varchar', { length: 40, ...choice });
/** A primary key of that kind. */
export const PrimaryId = (): PropertyDecorator => PrimaryColumn('varchar', { length: 40 });
/** A text of at most `length` characters; `unique` makes an index of that name. */
export function Text(length: number, { unique, ...choice }: ColumnChoice & { unique?: string } = {}): PropertyDecorator {
  return (target, property) => {
    if (unique) Index(unique, { unique: true })(target, property);
    Column('varchar', { length, ...choice })(target, property);
  };
}
/** A moment as ISO 8601 UTC text with milliseconds; sorts as it reads and means the same on every database. */
export const Instant = (choice: ColumnChoice = {}): PropertyDecorator => Column('varchar', { length: 24, ...choice });
/** A plain date `yyyy-mm-dd` of Asia/Shanghai. */
export const PlainDate = (choice: ColumnChoice = {}): PropertyDecorator => Column('varchar', { length: 10, ...choice });
/** A whole number. */
export const Int = (choice: ColumnChoice = {}): PropertyDecorator => Column('integer', choice);

/** A yes or no, stored as 0 or 1. */
export function Flag(): PropertyDecorator {
  return (target, property) => {
    flags.add(nameOf(target, property));
    Column('integer')(target, property);
  };
}

/** A text without a practical limit: diagrams, certificates. */
export function LongText(choice: ColumnChoice = {}): PropertyDecorator {
  return (target, property) => {
    longTexts.add(nameOf(target, property));
    Column('text', choice)(target, property);
  };
}

/** A plain JSON value; written and read as such by `persistence/rows.ts`. */
export function Json(choice: ColumnChoice = {}): PropertyDecorator {
  return (target, property) => {
    jsons.add(nameOf(target, property));
    LongText(choice)(target, property);
  };
}

/** Is this property of this entity a JSON value? */
export const isJson = (entityName: string, property: string): boolean => jsons.has(`${entityName}.${property}`);
/** Is this property of this entity a yes or no? */
export const isFlag = (entityName: string, property: string): boolean => flags.has(`${entityName}.${property}`);

/** Sets the database type of all long texts; must run before a data source reads the entities. */
export function setLongTextType(type: 'text' | 'longtext'): void {
  for (const column of getMetadataArgsStorage().columns) {
    const owner = typeof column.target === 'function' ? column.target.name : column.target;
    if (longTexts.has(`${owner}.${column.propertyName}`)) column.options.type = type;
  }
}
