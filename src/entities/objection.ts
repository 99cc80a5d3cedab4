import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { PublicNotice } from './public-notice.js';
import { Flag, Id, Instant, PrimaryId, Text } from './columns.js';

/** What a third party 利害关系人 states about an item, with the answer that it got (行政许可法 36). */
@Entity('objections')
@Index('objections_of_case', ['caseId'])
export class Objection {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'objections_caseId' })
  @Id()
  caseId!: string;

  @ForeignKey(() => PublicNotice, { name: 'objections_noticeId' })
  @Id({ nullable: true })
  noticeId!: string | null;

  @Text(100)
  name!: string;

  @Text(100)
  contact!: string;

  @Text(4000)
  statement!: string;

  @Instant()
  receivedAt!: string;

  @Text(4000, { nullable: true })
  answer!: string | null;

  @Flag()
  accepted!: boolean;

  @Id({ nullable: true })
  answeredBy!: string | null;

  @Instant({ nullable: true })
  answeredAt!: string | null;
}
