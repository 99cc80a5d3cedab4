import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addColumns, createTable, int, longText, text } from '../table-builder.js';

/** What officers do with a piece of work: claim it, pass it on, delegate it, urge it, write at it for a while. */
export class Gestures0003 implements MigrationInterface {
  name = 'Gestures0003700000000003';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'work_items', { delegatedBy: text(40, { nullable: true }), urgedTimes: int({ nullable: true }) });
    await createTable(runner, 'opinion_drafts', {
      workItemId: text(40, { primary: true, references: 'work_items.id' }),
      form: longText(),
      savedBy: text(40),
      savedAt: text(24),
    });
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
