import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Case } from './case.js';
import { Id, Json, PlainDate, Text } from './columns.js';

/** The decision on one item: 准予 or 不予. */
@Entity('decisions')
export class Decision {
  @ForeignKey(() => Case, { name: 'decisions_caseId' })
  @PrimaryColumn('varchar', { length: 40 })
  caseId!: string;

  @Text(60)
  itemCode!: string;

  @Text(12)
  outcome!: string;

  @Text(4000)
  reasons!: string;

  @Text(2000, { nullable: true })
  conditions!: string | null;

  /** Facts, basis, content and term as the decision states them. */
  @Json()
  terms!: unknown;

  @Id()
  decidedBy!: string;

  @Text(60)
  decidedByName!: string;

  @PlainDate()
  decidedOn!: string;

  /** Mode, name and seal under which the decision is made. */
  @Json()
  delegation!: unknown;
}
