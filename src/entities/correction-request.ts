import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Id, Instant, Json, PrimaryId, Text } from './columns.js';

/** What one department wants corrected, waiting to be told to the applicant in the one notice of the window. */
@Entity('correction_requests')
@Index('correction_requests_of_case', ['caseId', 'status'])
@Index('correction_requests_of_department', ['departmentId', 'requestedAt'])
export class CorrectionRequest {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'correction_requests_caseId' })
  @Id()
  caseId!: string;

  @Id()
  departmentId!: string;

  @Json()
  items!: unknown;

  /** For a request after the first notice: `newFact` or `weMissedIt`; the second counts against the department. */
  @Text(12, { nullable: true })
  ground!: string | null;

  @Text(500, { nullable: true })
  explanation!: string | null;

  /** `waiting`, `noticed` or `dropped`. */
  @Text(12)
  status!: string;

  @Id({ nullable: true })
  correctionId!: string | null;

  @Id()
  requestedBy!: string;

  @Instant()
  requestedAt!: string;
}
