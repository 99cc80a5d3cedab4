import { Entity, Index } from 'typeorm';
import { Instant, Int, Json, PrimaryId, Text } from './columns.js';

/** What remains to be done after a commit; each message is safe to repeat. */
@Entity('outbox_messages')
@Index('outbox_waiting', ['status', 'availableAt'])
export class OutboxMessage {
  @PrimaryId()
  id!: string;

  @Text(40)
  topic!: string;

  /** What it is about, e.g. a document id. */
  @Text(80)
  subject!: string;

  @Json()
  payload!: unknown;

  @Text(12)
  status!: string;

  @Int()
  attempts!: number;

  @Instant()
  availableAt!: string;

  @Instant({ nullable: true })
  leasedUntil!: string | null;

  @Instant()
  createdAt!: string;

  @Instant({ nullable: true })
  doneAt!: string | null;

  @Text(500, { nullable: true })
  failure!: string | null;
}
