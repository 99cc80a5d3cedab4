import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Id, Json, PlainDate, PrimaryId, Text } from './columns.js';

/** A hearing 听证 on one item, from telling the right to it to its record (行政许可法 46-48). */
@Entity('hearings')
@Index('hearings_of_case', ['caseId'])
export class Hearing {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'hearings_caseId' })
  @Id()
  caseId!: string;

  /** `told`, `requested`, `scheduled`, `held`, or `notRequested` when nobody asked in time. */
  @Text(16)
  status!: string;

  @Text(1000)
  reason!: string;

  @PlainDate()
  toldOn!: string;

  /** Last day to ask for it; null while it falls into a year without calendar. */
  @PlainDate({ nullable: true })
  requestUntil!: string | null;

  @PlainDate({ nullable: true })
  requestedOn!: string | null;

  @Text(200, { nullable: true })
  requestedBy!: string | null;

  /** Last day on which it has to be held. */
  @PlainDate({ nullable: true })
  holdBy!: string | null;

  @PlainDate({ nullable: true })
  noticedOn!: string | null;

  @PlainDate({ nullable: true })
  heldOn!: string | null;

  @Text(200, { nullable: true })
  place!: string | null;

  @Id({ nullable: true })
  chairId!: string | null;

  @Text(60, { nullable: true })
  chairName!: string | null;

  @Json({ nullable: true })
  record!: unknown;
}
