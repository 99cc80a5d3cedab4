import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Id, Instant, PrimaryId, Text } from './columns.js';
import { Person } from './person.js';

/** A case sent to somebody to be read 抄送; it asks nothing of him, and lets him open this case. */
@Entity('reading_copies')
@Index('reading_copies_of_person', ['personId', 'sentAt'])
@Index('reading_copies_of_case', ['caseId'])
export class ReadingCopy {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'reading_copies_caseId' })
  @Id()
  caseId!: string;

  @ForeignKey(() => Person, { name: 'reading_copies_personId' })
  @Id()
  personId!: string;

  @Text(60)
  personName!: string;

  @Id({ nullable: true })
  departmentId!: string | null;

  @Text(500, { nullable: true })
  note!: string | null;

  @Id()
  sentBy!: string;

  @Text(60)
  sentByName!: string;

  @Instant()
  sentAt!: string;

  @Instant({ nullable: true })
  readAt!: string | null;

  /** Taken back: it opens nothing any more. */
  @Instant({ nullable: true })
  withdrawnAt!: string | null;
}
