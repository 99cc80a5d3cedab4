import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Id, Int, Json, PlainDate, PrimaryId, Text } from './columns.js';

/** A correction notice 补正: a record beside the flow; no token moves. */
@Entity('corrections')
@Index('corrections_of_case', ['caseId'])
export class Correction {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'corrections_caseId' })
  @Id()
  caseId!: string;

  @Text(12)
  status!: string;

  @Json()
  items!: unknown;

  @Id()
  requestedBy!: string;

  @PlainDate()
  noticedOn!: string;

  @PlainDate({ nullable: true })
  dueOn!: string | null;

  @PlainDate({ nullable: true })
  answeredOn!: string | null;

  /** Which notice of this application it is, counted from 1. */
  @Int({ nullable: true })
  round!: number | null;

  /** The status that the case goes back to when it is answered or lapses. */
  @Text(24, { nullable: true })
  caseStatus!: string | null;

  @Int({ nullable: true })
  answeredRevision!: number | null;

  @Id({ nullable: true })
  documentId!: string | null;
}
