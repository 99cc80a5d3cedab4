import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Document } from './document.js';
import { Id, Instant, Int, PlainDate, PrimaryId, Text } from './columns.js';

/** Somebody whose own major interests an item touches 利害关系人, from being named to being heard (行政许可法 36, 47). */
@Entity('third_parties')
@Index('third_parties_of_case', ['caseId'])
@Index('third_parties_waiting', ['status', 'stateUntil'])
export class ThirdParty {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'third_parties_caseId' })
  @Id()
  caseId!: string;

  @Text(100)
  name!: string;

  @Text(100)
  contact!: string;

  /** How the item touches this person. */
  @Text(1000)
  interest!: string;

  /** `named` and not served yet, `told`, `heard`, `silent` when the time ran out, `released` when named in error. */
  @Text(16)
  status!: string;

  @PlainDate()
  namedOn!: string;

  @Id()
  namedBy!: string;

  /** The notice to this person. */
  @ForeignKey(() => Document, { name: 'third_parties_documentId' })
  @Id()
  documentId!: string;

  /** Working days for the statement, as the notice says. */
  @Int()
  statementWorkdays!: number;

  /** The day on which service took effect. */
  @PlainDate({ nullable: true })
  toldOn!: string | null;

  /** The last day for the statement; null before service, and while it falls into a year without calendar. */
  @PlainDate({ nullable: true })
  stateUntil!: string | null;

  @Text(4000, { nullable: true })
  statement!: string | null;

  /** `written`, `oral` or `hearing`. */
  @Text(16, { nullable: true })
  way!: string | null;

  @Instant({ nullable: true })
  statedAt!: string | null;

  /** Why this person was released. */
  @Text(500, { nullable: true })
  releaseReason!: string | null;
}
