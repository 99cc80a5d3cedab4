import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Id, Json, PlainDate, PrimaryId, Text } from './columns.js';

/** The one meeting of a stage 一次会议研究. */
@Entity('meetings')
@Index('meetings_of_case', ['caseId'])
export class Meeting {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'meetings_caseId' })
  @Id()
  caseId!: string;

  @Text(60)
  number!: string;

  @Text(12)
  status!: string;

  @Text(40)
  heldAt!: string;

  @Text(200)
  place!: string;

  @Text(60, { nullable: true })
  chair!: string | null;

  @Json()
  agenda!: unknown;

  /** Department keys. */
  @Json()
  participants!: unknown;

  @Json({ nullable: true })
  minutes!: unknown | null;

  @Id()
  calledBy!: string;

  @PlainDate()
  calledOn!: string;
}
