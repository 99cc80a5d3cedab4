import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, createIndex, createTable, longText, text } from '../table-builder.js';

/** Deputies during leave; what a work item has to know so that its possible handlers can be told from the row alone; notices to a role. */
export class Deputies0006 implements MigrationInterface {
  name = 'Deputies0006700000000006';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'deputies', {
      id: text(40, { primary: true }),
      personId: text(40, { references: 'people.id' }),
      personName: text(60),
      deputyId: text(40, { references: 'people.id' }),
      deputyName: text(60),
      fromOn: text(10),
      toOn: text(10),
      roles: longText(),
      flows: longText({ nullable: true }),
      reason: text(500),
      createdBy: text(40),
      createdAt: text(24),
      endedAt: text(24, { nullable: true }),
    });
    await createIndex(runner, 'deputies', new TableIndex({ name: 'deputies_of_person', columnNames: ['personId', 'toOn'] }));
    await createIndex(runner, 'deputies', new TableIndex({ name: 'deputies_by_deputy', columnNames: ['deputyId', 'toOn'] }));
    await addColumns(runner, 'work_items', { flowKey: text(80, { nullable: true }), applicantId: text(40, { nullable: true }) });
    await addColumns(runner, 'notices', { role: text(20, { nullable: true }) });
    await runner.query(
      `UPDATE work_items SET applicantId = (SELECT c.organisationId FROM cases c WHERE c.id = work_items.caseId),
       flowKey = (SELECT v.flowKey FROM cases c JOIN flow_versions v ON v.id = c.flowVersionId WHERE c.id = work_items.caseId) WHERE status = 'open'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
