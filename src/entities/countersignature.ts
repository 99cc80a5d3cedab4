import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, Int, PrimaryId, Text } from './columns.js';
import { Countersigning } from './countersigning.js';

/** One person of a countersigning, and what he says. */
@Entity('countersignatures')
@Index('countersignatures_of_countersigning', ['countersigningId', 'position'])
@Index('countersignatures_of_task', ['taskId'])
export class Countersignature {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Countersigning, { name: 'countersignatures_countersigningId' })
  @Id()
  countersigningId!: string;

  @Id()
  caseId!: string;

  /** Who was asked; once it is signed, who signed. */
  @Id()
  personId!: string;

  @Text(60)
  personName!: string;

  @Id({ nullable: true })
  departmentId!: string | null;

  @Int()
  weight!: number;

  @Int()
  position!: number;

  /** `waiting` (his turn has not come), `asked`, then `signed`, `removed`, `notNeeded` or `dismissed`. */
  @Text(12)
  state!: string;

  /** `agree`, `disagree` or `abstain`. */
  @Text(12, { nullable: true })
  choice!: string | null;

  @Text(2000, { nullable: true })
  opinion!: string | null;

  /** The work item on his desk, once he is asked. */
  @Id({ nullable: true })
  taskId!: string | null;

  @Instant({ nullable: true })
  signedAt!: string | null;
}
