import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Id, Instant, Json } from './columns.js';
import { WorkItem } from './work-item.js';

/** What somebody has written so far for a piece of work; it stays with the work when that is passed on. */
@Entity('opinion_drafts')
export class OpinionDraft {
  @ForeignKey(() => WorkItem, { name: 'opinion_drafts_workItemId' })
  @PrimaryColumn('varchar', { length: 40 })
  workItemId!: string;

  @Json()
  form!: unknown;

  @Id()
  savedBy!: string;

  @Instant()
  savedAt!: string;
}
