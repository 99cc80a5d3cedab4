import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Organisation } from './organisation.js';
import { Id, Json, PlainDate, PrimaryId, Text } from './columns.js';

/** The one commissioned review of a stage 一次委托评审. */
@Entity('reviews')
@Index('reviews_of_case', ['caseId'])
export class Review {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'reviews_caseId' })
  @Id()
  caseId!: string;

  @ForeignKey(() => Organisation, { name: 'reviews_agencyId' })
  @Id()
  agencyId!: string;

  @Text(16)
  status!: string;

  @Text(2000)
  scope!: string;

  /** Item codes that the one report serves. */
  @Json()
  items!: unknown;

  @Id()
  commissionedBy!: string;

  @PlainDate()
  commissionedOn!: string;

  @PlainDate({ nullable: true })
  dueOn!: string | null;

  @PlainDate({ nullable: true })
  reportedOn!: string | null;

  @Text(24, { nullable: true })
  conclusion!: string | null;

  @Json({ nullable: true })
  report!: unknown | null;
}
