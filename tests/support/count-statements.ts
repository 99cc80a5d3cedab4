import type { DataSource, Logger } from 'typeorm';
import type { Database } from '../../src/persistence/database.js';

/**
 * The statements that `work` sends to the database, by what TypeORM tells its logger. Throws when it opens a unit of work, whose statements
 * do not pass there on MariaDB. What others do meanwhile is counted too.
 */
export async function countStatements(database: Database, work: () => Promise<unknown>): Promise<string[]> {
  const sources = [...new Set([database.dataSource, (database as unknown as { readSource: DataSource }).readSource])];
  const seen: string[] = [];
  const before = sources.map(({ logger }) => logger);
  const { inTransaction } = database;
  let units = 0;
  Object.assign(database, { inTransaction: (unit: Parameters<typeof inTransaction>[0]) => ((units += 1), inTransaction.call(database, unit)) });
  for (const [index, source] of sources.entries()) {
    const logger = Object.create(before[index] as Logger) as Logger;
    logger.logQuery = (query) => void seen.push(query);
    (source as { logger: Logger }).logger = logger;
  }
  try {
    await work();
    if (units > 0) throw new Error('A unit of work was opened');
  } finally {
    delete (database as Partial<typeof database>).inTransaction;
    for (const [index, source] of sources.entries()) (source as { logger: Logger }).logger = before[index] as Logger;
  }
  return seen;
}
