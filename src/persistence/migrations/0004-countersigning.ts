import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, createIndex, createTable, int, longText, text } from '../table-builder.js';

/** Several people on one piece of work: before it, after it, by a vote; copies for reading; messages to one person. */
export class Countersigning0004 implements MigrationInterface {
  name = 'Countersigning0004700000000004';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'work_items', { signing: longText({ nullable: true }) });
    await addColumns(runner, 'cases', { copies: int({ nullable: true }) });
    await addColumns(runner, 'notices', { personId: text(40, { nullable: true }) });
    await createIndex(runner, 'notices', new TableIndex({ name: 'notices_of_person', columnNames: ['personId', 'at'] }));
    await createTable(runner, 'countersignings', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      workItemId: text(40, { references: 'work_items.id' }),
      kind: text(8),
      rule: longText(),
      drawn: int(),
      proposal: text(40, { nullable: true }),
      question: text(500, { nullable: true }),
      status: text(12),
      held: longText({ nullable: true }),
      result: longText({ nullable: true }),
      startedBy: text(40),
      startedByName: text(60),
      startedAt: text(24),
      endedAt: text(24, { nullable: true }),
    });
    await createIndex(runner, 'countersignings', new TableIndex({ name: 'countersignings_of_work', columnNames: ['workItemId'] }));
    await createIndex(runner, 'countersignings', new TableIndex({ name: 'countersignings_of_case', columnNames: ['caseId', 'status'] }));
    await createTable(runner, 'countersignatures', {
      id: text(40, { primary: true }),
      countersigningId: text(40, { references: 'countersignings.id' }),
      caseId: text(40),
      personId: text(40),
      personName: text(60),
      departmentId: text(40, { nullable: true }),
      weight: int(),
      position: int(),
      state: text(12),
      choice: text(12, { nullable: true }),
      opinion: text(2000, { nullable: true }),
      taskId: text(40, { nullable: true }),
      signedAt: text(24, { nullable: true }),
    });
    await createIndex(runner, 'countersignatures', new TableIndex({ name: 'countersignatures_of_countersigning', columnNames: ['countersigningId', 'position'] }));
    await createIndex(runner, 'countersignatures', new TableIndex({ name: 'countersignatures_of_task', columnNames: ['taskId'] }));
    await createTable(runner, 'reading_copies', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      personId: text(40, { references: 'people.id' }),
      personName: text(60),
      departmentId: text(40, { nullable: true }),
      note: text(500, { nullable: true }),
      sentBy: text(40),
      sentByName: text(60),
      sentAt: text(24),
      readAt: text(24, { nullable: true }),
      withdrawnAt: text(24, { nullable: true }),
    });
    await createIndex(runner, 'reading_copies', new TableIndex({ name: 'reading_copies_of_person', columnNames: ['personId', 'sentAt'] }));
    await createIndex(runner, 'reading_copies', new TableIndex({ name: 'reading_copies_of_case', columnNames: ['caseId'] }));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
