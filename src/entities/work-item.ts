import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Id, Instant, Int, Json, PlainDate, PrimaryId, Text } from './columns.js';

/** Something that somebody has to do 待办. */
@Entity('work_items')
@Index('work_items_of_case', ['caseId', 'status'])
@Index('work_items_on_desk', ['status', 'role', 'departmentId', 'organisationId', 'assigneeId', 'dueOn', 'openedAt'])
@Index('work_items_done_by', ['doneBy', 'doneAt'])
export class WorkItem {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'work_items_caseId' })
  @Id()
  caseId!: string;

  /** Key of the step's activation within the flow state. */
  @Text(80)
  stepKey!: string;

  @Text(80)
  step!: string;

  @Text(120)
  name!: string;

  @Text(40, { nullable: true })
  act!: string | null;

  @Text(40, { nullable: true })
  form!: string | null;

  /** What may come out of it, as the flow names it: `[{ id, name }]`, empty where there is nothing to choose. */
  @Json()
  outcomes!: unknown;

  @Text(20, { nullable: true })
  role!: string | null;

  @Id({ nullable: true })
  departmentId!: string | null;

  /** For work of the applicant or of a review agency. */
  @Id({ nullable: true })
  organisationId!: string | null;

  @Id({ nullable: true })
  assigneeId!: string | null;

  /** The flow that it belongs to; nothing for work beside the flow. */
  @Text(80, { nullable: true })
  flowKey!: string | null;

  /** The enterprise that applies: its own people do not handle its case in the office 回避. */
  @Id({ nullable: true })
  applicantId!: string | null;

  /** Who delegated it 委派 and gets it back with an opinion; the assignee meanwhile prepares but does not complete it. */
  @Id({ nullable: true })
  delegatedBy!: string | null;

  /** How often it was urged 催办 since it was opened; nothing when never. */
  @Int({ nullable: true })
  urgedTimes!: number | null;

  /** Why it came back 退回: `{ from, by, reason, straightBack }`; nothing for work that came in the ordinary way. */
  @Json({ nullable: true })
  returned!: unknown;

  /** Step key of the work whose completion brought it here, and who completed it, where that may be taken back 撤回. */
  @Text(80, { nullable: true })
  sentFrom!: string | null;

  @Id({ nullable: true })
  sentBy!: string | null;

  /** When somebody first took it up: claimed it, passed it on or began to write. */
  @Instant({ nullable: true })
  takenUpAt!: string | null;

  /** Where it stands with those who sign it too 加签、会签, see `countersigning/signing-state.ts`; nothing when nobody ever did. */
  @Json({ nullable: true })
  signing!: unknown;

  @Text(12)
  status!: string;

  @Text(40, { nullable: true })
  outcome!: string | null;

  @Instant()
  openedAt!: string;

  @PlainDate({ nullable: true })
  dueOn!: string | null;

  @Instant({ nullable: true })
  doneAt!: string | null;

  @Id({ nullable: true })
  doneBy!: string | null;
}
