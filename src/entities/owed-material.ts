import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Id, PlainDate, PrimaryId, Text } from './columns.js';

/** A paper that is owed after acceptance: 容缺 with a date, or replaced by a commitment 告知承诺 that is checked later. */
@Entity('owed_materials')
@Index('owed_materials_of_case', ['caseId'])
@Index('owed_materials_due', ['status', 'dueOn'])
export class OwedMaterial {
  @PrimaryId()
  id!: string;

  /** The stage case. */
  @ForeignKey(() => Case, { name: 'owed_materials_caseId' })
  @Id()
  caseId!: string;

  @Text(120)
  material!: string;

  @Text(200)
  name!: string;

  /** `tolerance` or `commitment`. */
  @Text(12)
  kind!: string;

  @PlainDate()
  promisedOn!: string;

  @PlainDate({ nullable: true })
  dueOn!: string | null;

  /** `owed`, `overdue`, `handedIn`, `kept` or `broken`. */
  @Text(12)
  status!: string;

  @PlainDate({ nullable: true })
  settledOn!: string | null;

  @Text(1000, { nullable: true })
  finding!: string | null;
}
