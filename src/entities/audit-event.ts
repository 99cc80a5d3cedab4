import { Entity, Index } from 'typeorm';
import { Id, Instant, Json, PrimaryId, Text } from './columns.js';

/** Acts outside a case's own record: sign-ins, publications, imports, changed settings. */
@Entity('audit_events')
@Index('audit_by_time', ['at'])
export class AuditEvent {
  @PrimaryId()
  id!: string;

  @Instant()
  at!: string;

  @Id({ nullable: true })
  personId!: string | null;

  @Text(60)
  personName!: string;

  @Text(60)
  act!: string;

  @Text(200)
  target!: string;

  @Json()
  detail!: unknown;
}
