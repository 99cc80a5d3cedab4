import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndex, createTable, int, longText, text } from '../table-builder.js';

/** What flows wait for beside people and time, where they cannot go on, and the decision tables that they ask. */
export class FlowEvents0009 implements MigrationInterface {
  name = 'FlowEvents0009700000000009';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'flow_subscriptions', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      subscriptionKey: text(120),
      step: text(120),
      kind: text(12),
      name: text(200),
      setAt: text(24),
    });
    await createIndex(runner, 'flow_subscriptions', new TableIndex({ name: 'flow_subscriptions_by_name', columnNames: ['kind', 'name'] }));
    await createIndex(runner, 'flow_subscriptions', new TableIndex({ name: 'flow_subscriptions_of_case', columnNames: ['caseId'] }));

    await createTable(runner, 'incidents', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      incidentKey: text(120, { nullable: true }),
      element: text(120),
      elementName: text(200),
      reason: text(600),
      status: text(12),
      openedAt: text(24),
      resolvedAt: text(24, { nullable: true }),
      resolvedBy: text(40, { nullable: true }),
      resolution: text(12, { nullable: true }),
      explanation: text(1000, { nullable: true }),
    });
    await createIndex(runner, 'incidents', new TableIndex({ name: 'incidents_by_status', columnNames: ['status', 'openedAt'] }));
    await createIndex(runner, 'incidents', new TableIndex({ name: 'incidents_of_case', columnNames: ['caseId', 'status'] }));

    await createTable(runner, 'decision_tables', {
      id: text(40, { primary: true }),
      tableKey: text(80),
      number: int(),
      name: text(200),
      xml: longText(),
      definition: longText(),
      hash: text(64),
      publishedBy: text(60),
      publishedAt: text(24),
    });
    await createIndex(runner, 'decision_tables', new TableIndex({ name: 'decision_table_numbers', columnNames: ['tableKey', 'number'], isUnique: true }));
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
