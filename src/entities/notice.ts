import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Id, Instant, PrimaryId, Text } from './columns.js';

/** A message to the people of an enterprise or department, or to one person, about a case. */
@Entity('notices')
@Index('notices_of_organisation', ['organisationId', 'at'])
@Index('notices_of_person', ['personId', 'at'])
export class Notice {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'notices_caseId' })
  @Id()
  caseId!: string;

  @Id({ nullable: true })
  organisationId!: string | null;

  @Id({ nullable: true })
  departmentId!: string | null;

  /** For everybody who has this role, such as the administrators. */
  @Text(20, { nullable: true })
  role!: string | null;
  /** For one person alone. */
  @Id({ nullable: true })
  personId!: string | null;

  @Text(1000)
  text!: string;

  @Instant()
  at!: string;

  @Instant({ nullable: true })
  readAt!: string | null;
}
