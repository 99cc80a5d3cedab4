import { Entity, PrimaryColumn } from 'typeorm';
import { Instant, Int, LongText, Text } from './columns.js';

/** The answer once given to a key, so that a repeated request acts once. */
@Entity('idempotency_keys')
export class IdempotencyKey {
  @PrimaryColumn('varchar', { length: 40 })
  personId!: string;

  @PrimaryColumn('varchar', { length: 120 })
  requestKey!: string;

  @Text(64)
  requestHash!: string;

  @Int()
  status!: number;

  @LongText()
  answer!: string;

  @Instant()
  at!: string;
}
