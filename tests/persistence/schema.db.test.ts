import { openFreshDatabase } from '../support/databases.js';

describe('The schema', () => {
  it('is exactly what the entities say once all migrations have run', async () => {
    const { database, remove } = await openFreshDatabase();
    try {
      const drift = await database.dataSource.driver.createSchemaBuilder().log();
      expect(drift.upQueries.map((query) => query.query)).toEqual([]);
    } finally {
      await remove();
    }
  });
});
