import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Id, Json, PlainDate, PrimaryId, Text } from './columns.js';

/** What the holder of a permit asks for afterwards: renewal 延续, change 变更, or more time to begin 延期. */
@Entity('permit_requests')
@Index('permit_requests_of_permit', ['caseId'])
@Index('permit_requests_by_status', ['status', 'kind'])
export class PermitRequest {
  @PrimaryId()
  id!: string;

  /** The item case of the permit. */
  @ForeignKey(() => Case, { name: 'permit_requests_caseId' })
  @Id()
  caseId!: string;

  /** `renewal`, `change` or `startExtension`. */
  @Text(16)
  kind!: string;

  @Json()
  content!: unknown;

  @PlainDate()
  requestedOn!: string;

  /** The last day on which it could be asked for with effect. */
  @PlainDate({ nullable: true })
  askableUntil!: string | null;

  @PlainDate({ nullable: true })
  decideBy!: string | null;

  /** `pending`, `granted`, `refused` or `grantedByLaw`. */
  @Text(12)
  status!: string;

  @PlainDate({ nullable: true })
  decidedOn!: string | null;

  @Id({ nullable: true })
  decidedBy!: string | null;

  @Text(1000, { nullable: true })
  reasons!: string | null;
}
