import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Id, Int, PlainDate, PrimaryId, Text } from './columns.js';

/** A special procedure 特殊环节 of one item: named, based on an article, told in writing, capped. The days it takes out follow from the record. */
@Entity('pauses')
@Index('pauses_of_case', ['caseId'])
@Index('pauses_by_status', ['status', 'capOn'])
export class Pause {
  @PrimaryId()
  id!: string;

  /** The item case whose clock it stops. */
  @ForeignKey(() => Case, { name: 'pauses_caseId' })
  @Id()
  caseId!: string;

  /** Its name in the record of the case. */
  @Text(80)
  pauseKey!: string;

  @Text(40)
  kind!: string;

  @Text(200)
  article!: string;

  @Text(1000)
  reason!: string;

  /** Whom the applicant may ask about it. */
  @Text(120)
  contact!: string;

  @Id({ nullable: true })
  departmentId!: string | null;

  @PlainDate()
  startedOn!: string;

  /** Working days that were told in writing; the pause ends by itself after them. */
  @Int()
  neededWorkdays!: number;

  /** Last day of that time; null while it falls into a year without calendar. */
  @PlainDate({ nullable: true })
  capOn!: string | null;

  /** Which pause of this item it is, counted from 1. */
  @Int()
  nth!: number;

  @Id({ nullable: true })
  documentId!: string | null;

  @Id()
  openedBy!: string;

  @Text(60)
  openedByName!: string;

  /** `open`, `closed`, or `expired` when its time ran out. */
  @Text(12)
  status!: string;

  @PlainDate({ nullable: true })
  endedOn!: string | null;
}
