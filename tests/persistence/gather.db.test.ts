import { Counter, Department, Person } from '../../src/entities/index.js';
import type { Database } from '../../src/persistence/database.js';
import { part } from '../../src/persistence/gather.js';
import { countStatements } from '../support/count-statements.js';
import { openFreshDatabase } from '../support/databases.js';

const department = (id: string, more: Partial<Department> = {}): Department => ({ id, nameZh: '规划建设局', nameEn: 'Planning', shortName: '规建', kind: 'government', nameStatus: 'assumed-name', reconsiderationBody: null, court: null, ...more });

describe('Rows gathered from several tables', () => {
  let database: Database;
  let remove: () => Promise<void>;
  beforeAll(async () => {
    ({ database, remove } = await openFreshDatabase());
    await database.inTransaction(async (tx) => {
      // What JSON, SQL and an encoding might stumble over.
      tx.insert(Department, department('a', { nameZh: '引号"反斜\\杠\n换行𠮷🀄', court: 'B' }));
      tx.insert(Department, department('b', { court: 'a' }));
      tx.insert(Department, department('c'));
      tx.insert(Person, { id: 'p', username: 'p', name: '甲', roles: ['clerk', "o'clock"], enabled: false, passwordHash: 'x', failedSignIns: 3, createdAt: '2026-03-02T00:00:00.000Z' });
      tx.insert(Counter, { name: 'n', value: 2_000_000_000 });
    });
  }, 60_000);
  afterAll(() => remove(), 60_000);

  it('are the same entities that each table alone answers, by one statement', async () => {
    const statements = await countStatements(database, async () => {
      const found = await database.read.gather({ people: part(Person, 'id = ?', ['p']), departments: part(Department, 'id <> ?', ['c'], { orderBy: ['id'] }), counters: part(Counter, '1 = 1', []), nobody: part(Person, 'id = ?', ['nobody']) });
      expect(found).toEqual({
        people: [expect.objectContaining({ roles: ['clerk', "o'clock"], enabled: false, failedSignIns: 3, departmentId: null })],
        departments: [department('a', { nameZh: '引号"反斜\\杠\n换行𠮷🀄', court: 'B' }), department('b', { court: 'a' })],
        counters: [{ name: 'n', value: 2_000_000_000 }],
        nobody: [],
      });
    });
    expect(statements).toHaveLength(1);
    expect(await database.read.gather({ people: part(Person, '1 = 1', []) })).toEqual({ people: await database.read.find(Person) });
  });

  it('hold the columns asked for, nothing before everything else, then by code units', async () => {
    const { departments } = await database.read.gather({ departments: part(Department, '1 = 1', [], { columns: ['id'] }) });
    expect(departments).toEqual([{ id: 'a' }, { id: 'b' }, { id: 'c' }]);
    const { byCourt } = await database.read.gather({ byCourt: part(Department, '1 = 1', [], { orderBy: ['court'] }) });
    expect(byCourt.map(({ id }) => id)).toEqual(['c', 'a', 'b']);
  });
});
