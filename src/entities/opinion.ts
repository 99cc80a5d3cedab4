import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Id, Instant, Json, PrimaryId, Text } from './columns.js';

/** What a department or officer holds, with the reason. */
@Entity('opinions')
@Index('opinions_of_case', ['caseId'])
export class Opinion {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'opinions_caseId' })
  @Id()
  caseId!: string;

  @Id({ nullable: true })
  meetingId!: string | null;

  @Text(16)
  kind!: string;

  @Text(60, { nullable: true })
  itemCode!: string | null;

  @Id({ nullable: true })
  departmentId!: string | null;

  @Id()
  personId!: string;

  @Text(60)
  personName!: string;

  @Text(24)
  conclusion!: string;

  @Text(2000)
  text!: string;

  /** Fields (JSON pointers) and materials that it rests on; it is asked again when one of them is corrected. */
  @Json({ nullable: true })
  reliedOn!: unknown;

  @Instant()
  at!: string;
}
