import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndex, dropIndex } from '../table-builder.js';

/** Lists stay quick with a million rows: a desk is read along one index in the order of its days, the cases along their days of submission. */
export class Lists0008 implements MigrationInterface {
  name = 'Lists0008700000000008';

  async up(runner: QueryRunner): Promise<void> {
    await createIndex(runner, 'work_items', new TableIndex({ name: 'work_items_on_desk', columnNames: ['status', 'role', 'departmentId', 'organisationId', 'assigneeId', 'dueOn', 'openedAt'] }));
    await dropIndex(runner, 'work_items', 'work_items_to_do');
    await createIndex(runner, 'cases', new TableIndex({ name: 'cases_by_submission', columnNames: ['kind', 'submittedAt', 'createdAt'] }));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
