import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Id, Instant, PrimaryId, Text } from './columns.js';

/** A place at which the flow of a case cannot go on until an administrator has seen to it 流程异常. */
@Entity('incidents')
@Index('incidents_by_status', ['status', 'openedAt'])
@Index('incidents_of_case', ['caseId', 'status'])
export class Incident {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'incidents_caseId' })
  @Id()
  caseId!: string;

  /** Key within the flow state; nothing where the whole case is stuck. */
  @Text(120, { nullable: true })
  incidentKey!: string | null;

  /** Id of the element in the diagram, and how people call it. */
  @Text(120)
  element!: string;

  @Text(200)
  elementName!: string;

  @Text(600)
  reason!: string;

  /** `open`; `resolved` by an administrator; `ended` with the case, or because its branch was withdrawn. */
  @Text(12)
  status!: string;

  @Instant()
  openedAt!: string;

  @Instant({ nullable: true })
  resolvedAt!: string | null;

  @Id({ nullable: true })
  resolvedBy!: string | null;

  /** `retry` or `skip`. */
  @Text(12, { nullable: true })
  resolution!: string | null;

  @Text(1000, { nullable: true })
  explanation!: string | null;
}
