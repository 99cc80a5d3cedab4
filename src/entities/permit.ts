import { Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { Case } from './case.js';
import { Id, Int, PlainDate, Text } from './columns.js';

/** What an approval leaves behind: a permit with its term and, one day, its end. */
@Entity('permits')
@Index('permits_of_organisation', ['organisationId'])
@Index('permits_by_term', ['state', 'validUntil'])
@Index('permits_by_start', ['state', 'startBy'])
export class Permit {
  /** The item case that it was decided in. */
  @ForeignKey(() => Case, { name: 'permits_caseId' })
  @PrimaryColumn('varchar', { length: 40 })
  caseId!: string;

  @Text(60)
  itemCode!: string;

  @Id()
  organisationId!: string;

  @Text(300)
  title!: string;

  @PlainDate()
  issuedOn!: string;

  @PlainDate({ nullable: true })
  validFrom!: string | null;

  /** Last day of the term; null without a term. */
  @PlainDate({ nullable: true })
  validUntil!: string | null;

  /** Last day to begin what is permitted; null where the law sets none, or once it was begun. */
  @PlainDate({ nullable: true })
  startBy!: string | null;

  @Int()
  startExtensions!: number;

  @PlainDate({ nullable: true })
  startedOn!: string | null;

  /** `valid`, `lapsed` 失效, `revoked` 撤销, `recalled` 撤回, `deregistered` 注销 or `forfeited` 吊销. */
  @Text(16)
  state!: string;

  @PlainDate({ nullable: true })
  endedOn!: string | null;

  @Text(1000, { nullable: true })
  endReason!: string | null;

  @Text(300, { nullable: true })
  endBasis!: string | null;
}
