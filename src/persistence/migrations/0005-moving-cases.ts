import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, createIndex, createTable, int, longText, text } from '../table-builder.js';

/** What moves a case otherwise than by its flow: work that is returned or taken back, and what two administrators do together. */
export class MovingCases0005 implements MigrationInterface {
  name = 'MovingCases0005700000000005';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'work_items', {
      returned: longText({ nullable: true }),
      sentFrom: text(80, { nullable: true }),
      sentBy: text(40, { nullable: true }),
      takenUpAt: text(24, { nullable: true }),
    });
    await createTable(runner, 'interventions', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      kind: text(12),
      workItemId: text(40, { nullable: true }),
      request: longText(),
      summary: text(500),
      reason: text(1000),
      status: text(12),
      caseVersion: int(),
      proposedBy: text(40),
      proposedByName: text(60),
      proposedAt: text(24),
      expiresAt: text(24),
      decidedBy: text(40, { nullable: true }),
      decidedByName: text(60, { nullable: true }),
      decidedAt: text(24, { nullable: true }),
      remarks: text(1000, { nullable: true }),
    });
    await createIndex(runner, 'interventions', new TableIndex({ name: 'interventions_of_case', columnNames: ['caseId', 'status'] }));
    await createIndex(runner, 'interventions', new TableIndex({ name: 'interventions_by_time', columnNames: ['proposedAt'] }));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
