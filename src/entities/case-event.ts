import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Case } from './case.js';
import { Id, Instant, Json, PlainDate, Text } from './columns.js';

/** What happened to a case, in order; never changed, chained by hashes. */
@Entity('case_events')
export class CaseEvent {
  @ForeignKey(() => Case, { name: 'case_events_caseId' })
  @PrimaryColumn('varchar', { length: 40 })
  caseId!: string;

  @PrimaryColumn('integer')
  seq!: number;

  @Text(40)
  type!: string;

  @Text(80, { nullable: true })
  step!: string | null;

  @Id()
  actorId!: string;

  @Text(60)
  actorName!: string;

  @Instant()
  at!: string;

  @PlainDate()
  onDate!: string;

  @Json()
  data!: unknown;

  @Text(64)
  hash!: string;
}
