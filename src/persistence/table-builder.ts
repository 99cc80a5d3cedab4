import { Table, type QueryRunner, type TableColumnOptions, type TableIndex } from 'typeorm';

interface ColumnChoice {
  primary?: boolean;
  nullable?: boolean;
  /** `table.column` that this column points to. */
  references?: string;
}
export type ColumnPlan = (name: string, longTextType: string) => TableColumnOptions & { references?: string };

const column =
  (type: string, choice: ColumnChoice, length?: number): ColumnPlan =>
  (name, longTextType) => ({
    name,
    type: type === 'longtext' ? longTextType : type,
    length: length === undefined ? undefined : String(length),
    isPrimary: choice.primary,
    isNullable: choice.nullable,
    references: choice.references,
  });

/** A text column of at most `length` characters. */
export const text = (length: number, choice: ColumnChoice = {}): ColumnPlan => column('varchar', choice, length);
/** A text column without a practical limit. */
export const longText = (choice: ColumnChoice = {}): ColumnPlan => column('longtext', choice);
/** A whole number. */
export const int = (choice: ColumnChoice = {}): ColumnPlan => column(integerType, choice);
const integerType = 'integer';

/**
 * Creates a table with the same meaning on every database that we support.
 *
 * MariaDB keeps every single change of a table, whatever becomes of the migration around it. So that a server that was killed in the middle
 * can be started again, everything here passes over what is there already: this and the two below.
 */
export async function createTable(runner: QueryRunner, name: string, plans: Record<string, ColumnPlan>): Promise<void> {
  const embedded = runner.dataSource.options.type === 'better-sqlite3';
  const columns = Object.entries(plans).map(([columnName, plan]) => plan(columnName, embedded ? 'text' : 'longtext'));
  for (const each of columns) if (each.type === integerType && !embedded) each.type = 'int';
  await runner.createTable(
    new Table({
      name,
      columns,
      foreignKeys: columns
        .filter((each) => each.references !== undefined)
        .map((each) => {
          const [referencedTableName, referencedColumn] = (each.references as string).split('.') as [string, string];
          return { name: `${name}_${each.name}`, columnNames: [each.name], referencedTableName, referencedColumnNames: [referencedColumn], onDelete: 'NO ACTION', onUpdate: 'NO ACTION' };
        }),
    }),
    true,
  );
}

/** Creates an index. */
export async function createIndex(runner: QueryRunner, table: string, index: TableIndex): Promise<void> {
  const embedded = runner.dataSource.options.type === 'better-sqlite3';
  const there = embedded ? [] : ((await runner.query(`SHOW INDEX FROM \`${table}\` WHERE Key_name = ?`, [index.name])) as unknown[]);
  if (there.length > 0) return;
  // Plain SQL: TypeORM would first read all that the database knows of the table, which takes seconds over all indexes on a busy MariaDB.
  await runner.query(`CREATE ${index.isUnique ? 'UNIQUE ' : ''}INDEX \`${index.name}\` ON \`${table}\` (${index.columnNames.map((name) => `\`${name}\``).join(', ')})`);
}

/** Takes an index away. */
export async function dropIndex(runner: QueryRunner, table: string, index: string): Promise<void> {
  if (runner.dataSource.options.type === 'better-sqlite3') return void (await runner.query(`DROP INDEX IF EXISTS \`${index}\``));
  const there = (await runner.query(`SHOW INDEX FROM \`${table}\` WHERE Key_name = ?`, [index])) as unknown[];
  if (there.length > 0) await runner.query(`DROP INDEX \`${index}\` ON \`${table}\``);
}

/** Adds columns to a table that is already there. They have to be nullable: rows of before know nothing of them. */
export async function addColumns(runner: QueryRunner, table: string, plans: Record<string, ColumnPlan>): Promise<void> {
  const embedded = runner.dataSource.options.type === 'better-sqlite3';
  for (const [name, plan] of Object.entries(plans)) {
    const { type, length, isNullable } = plan(name, embedded ? 'text' : 'longtext');
    if (isNullable !== true) throw new Error(`${table}.${name} is added later and has to be nullable`);
    if (await runner.hasColumn(table, name)) continue;
    const named = type === integerType && !embedded ? 'int' : type;
    // Plain SQL: TypeORM would rebuild the whole table on SQLite for it.
    await runner.query(`ALTER TABLE \`${table}\` ADD COLUMN \`${name}\` ${named}${length === undefined ? '' : `(${length})`} NULL`);
  }
}
