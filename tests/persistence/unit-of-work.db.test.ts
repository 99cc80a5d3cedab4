import { Counter, Department } from '../../src/entities/index.js';
import type { Database } from '../../src/persistence/database.js';
import { openFreshDatabase } from '../support/databases.js';

const department = (id: string): Department => ({ id, nameZh: '规划建设局', nameEn: 'Planning', shortName: '规建', kind: 'government', nameStatus: 'assumed-name', reconsiderationBody: null, court: null });

describe('A unit of work', () => {
  let database: Database;
  let remove: () => Promise<void>;
  beforeEach(async () => ({ database, remove } = await openFreshDatabase()), 60_000);
  afterEach(() => remove(), 60_000);

  it('writes everything or nothing', async () => {
    const failing = database.inTransaction(async (tx) => {
      tx.insert(Department, department('a'));
      await tx.flush();
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await database.read.count(Department)).toBe(0);
  });

  it('is invisible to others until it commits', async () => {
    await database.inTransaction(async (tx) => {
      tx.insert(Department, department('a'));
      await tx.flush();
      expect(await tx.count(Department)).toBe(1);
      expect(await database.read.count(Department)).toBe(0);
    });
    expect(await database.read.count(Department)).toBe(1);
  });

  it('opened inside another joins it and is undone with it', async () => {
    const failing = database.inTransaction(async (tx) => {
      await database.inTransaction(async (inner) => inner.insert(Department, department('inner')));
      tx.insert(Department, department('outer'));
      throw new Error('stop');
    });
    await expect(failing).rejects.toThrow('stop');
    expect(await database.read.count(Department)).toBe(0);
  });

  it('never mixes with twenty others that run at the same time, of which every second fails', async () => {
    const jobs = Array.from({ length: 20 }, (_, index) =>
      database.inTransaction(async (tx) => {
        tx.insert(Department, department(`d${index}`));
        await tx.flush();
        await new Promise((resolve) => setImmediate(resolve));
        if (index % 2 === 1) throw new Error('every second fails');
        tx.update(Department, { nameZh: '已提交' }, 'id = ?', [`d${index}`], { rows: 1 });
      }),
    );
    const results = await Promise.allSettled(jobs);
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(10);
    const rows = await database.read.find(Department, '1 = 1 ORDER BY id');
    expect(rows.map((row) => row.nameZh)).toEqual(Array(10).fill('已提交'));
  });

  it('counts without losing one when many add at the same time', async () => {
    await database.inTransaction(async (tx) => tx.insert(Counter, { name: 'n', value: 0 }));
    await Promise.all(
      Array.from({ length: 30 }, () =>
        database.inTransaction(async (tx) => {
          const row = await tx.lock(Counter, 'name = ?', ['n']);
          tx.update(Counter, { value: (row?.value ?? 0) + 1 }, 'name = ?', ['n'], { rows: 1 });
        }),
      ),
    );
    expect((await database.read.findOne(Counter, 'name = ?', ['n']))?.value).toBe(30);
  });

  it('refuses a write that changed another number of rows than it must, and undoes the rest', async () => {
    const failing = database.inTransaction(async (tx) => {
      tx.insert(Department, department('a'));
      tx.update(Department, { nameZh: 'x' }, 'id = ?', ['nobody'], { rows: 1, otherwise: () => new Error('stale') });
    });
    await expect(failing).rejects.toThrow('stale');
    expect(await database.read.count(Department)).toBe(0);
  });

  it('keeps rare characters, quotes and backslashes as they are', async () => {
    const name = `𠮷野 "龑" 'O\\'; DROP TABLE -- \n蒙古文 ᠮᠣᠩᠭᠣᠯ`;
    await database.inTransaction(async (tx) => tx.insert(Department, { ...department('a'), nameZh: name }));
    expect((await database.read.findOne(Department, 'id = ?', ['a']))?.nameZh).toBe(name);
  });
});
