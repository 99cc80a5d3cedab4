import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Id, Instant, PlainDate, PrimaryId, Text } from './columns.js';

/** A public notice 公示 about one item, open to objections of everybody concerned. */
@Entity('public_notices')
@Index('public_notices_of_case', ['caseId'])
@Index('public_notices_running', ['closesOn'])
export class PublicNotice {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'public_notices_caseId' })
  @Id()
  caseId!: string;

  @Text(200)
  title!: string;

  @Text(4000)
  content!: string;

  @PlainDate()
  publishedOn!: string;

  @PlainDate()
  closesOn!: string;

  @Id()
  publishedBy!: string;

  @Instant()
  publishedAt!: string;
}
