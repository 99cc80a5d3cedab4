import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Case } from './case.js';
import { Id, Instant, Json, Text } from './columns.js';

/** The data of the one form, one row a revision; earlier revisions stay. */
@Entity('case_forms')
export class CaseForm {
  @ForeignKey(() => Case, { name: 'case_forms_caseId' })
  @PrimaryColumn('varchar', { length: 40 })
  caseId!: string;

  @PrimaryColumn('integer')
  revision!: number;

  @Json()
  data!: unknown;

  /** `draft` or `submitted`. */
  @Text(12)
  status!: string;

  @Id()
  savedBy!: string;

  @Instant()
  savedAt!: string;
}
