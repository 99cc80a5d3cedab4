import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Id, Instant, Int, Json, PrimaryId, Text } from './columns.js';

/** What one administrator proposes to do with a case and another confirms or refuses 管理员干预. */
@Entity('interventions')
@Index('interventions_of_case', ['caseId', 'status'])
@Index('interventions_by_time', ['proposedAt'])
export class Intervention {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'interventions_caseId' })
  @Id()
  caseId!: string;

  /** `reassign`, `reroute` or `end`. */
  @Text(12)
  kind!: string;

  @Id({ nullable: true })
  workItemId!: string | null;

  /** What is to be done, by kind: the person, the step, or the ground of the end. */
  @Json()
  request!: unknown;

  /** The same in one sentence. */
  @Text(500)
  summary!: string;

  @Text(1000)
  reason!: string;

  /** `proposed`, then `done`, `refused` or `withdrawn`. */
  @Text(12)
  status!: string;

  /** Of the case when it was proposed: what was proposed for another standing is not carried out. */
  @Int()
  caseVersion!: number;

  @Id()
  proposedBy!: string;

  @Text(60)
  proposedByName!: string;

  @Instant()
  proposedAt!: string;

  @Instant()
  expiresAt!: string;

  @Id({ nullable: true })
  decidedBy!: string | null;

  @Text(60, { nullable: true })
  decidedByName!: string | null;

  @Instant({ nullable: true })
  decidedAt!: string | null;

  /** What the second administrator says to it. */
  @Text(1000, { nullable: true })
  remarks!: string | null;
}
