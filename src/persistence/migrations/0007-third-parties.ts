import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndex, createTable, int, text } from '../table-builder.js';

/** Those whose own interests an item touches: named, told, heard. */
export class ThirdParties0007 implements MigrationInterface {
  name = 'ThirdParties0007700000000007';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'third_parties', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      name: text(100),
      contact: text(100),
      interest: text(1000),
      status: text(16),
      namedOn: text(10),
      namedBy: text(40),
      documentId: text(40, { references: 'documents.id' }),
      statementWorkdays: int(),
      toldOn: text(10, { nullable: true }),
      stateUntil: text(10, { nullable: true }),
      statement: text(4000, { nullable: true }),
      way: text(16, { nullable: true }),
      statedAt: text(24, { nullable: true }),
      releaseReason: text(500, { nullable: true }),
    });
    await createIndex(runner, 'third_parties', new TableIndex({ name: 'third_parties_of_case', columnNames: ['caseId'] }));
    await createIndex(runner, 'third_parties', new TableIndex({ name: 'third_parties_waiting', columnNames: ['status', 'stateUntil'] }));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
