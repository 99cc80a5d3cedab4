import { Entity, ForeignKey, Index } from 'typeorm';
import { FlowVersion } from './flow-version.js';
import { Organisation } from './organisation.js';
import { Project } from './project.js';
import { Id, Instant, Int, Json, LongText, PlainDate, PrimaryId, Text } from './columns.js';

/** A case 办件: one stage application, or one item of it (then `parentId` is the stage case). */
@Entity('cases')
@Index('cases_of_parent', ['parentId'])
@Index('cases_of_project', ['projectId'])
@Index('cases_of_organisation', ['organisationId', 'createdAt'])
@Index('cases_by_status', ['status', 'createdAt'])
@Index('cases_by_submission', ['kind', 'submittedAt', 'createdAt'])
export class Case {
  @PrimaryId()
  id!: string;

  /** 办件编号. */
  @Text(50, { unique: 'cases_number' })
  number!: string;

  /** Asked beside the number in the public progress lookup. */
  @Text(12)
  queryCode!: string;

  /** `stage` or `item`. */
  @Text(8)
  kind!: string;

  @ForeignKey(() => Case, { name: 'cases_parentId' })
  @Id({ nullable: true })
  parentId!: string | null;

  @ForeignKey(() => Project, { name: 'cases_projectId' })
  @Id()
  projectId!: string;

  @ForeignKey(() => Organisation, { name: 'cases_organisationId' })
  @Id()
  organisationId!: string;

  @Text(8)
  stage!: string;

  @Text(40)
  projectType!: string;

  @Text(60, { nullable: true })
  itemCode!: string | null;

  /** The chosen items of a stage case. */
  @Json()
  itemCodes!: unknown;

  @Int()
  itemListVersion!: number;

  /** The body that handles an item case; the lead body of a stage case. */
  @Id({ nullable: true })
  departmentId!: string | null;

  @Text(300)
  title!: string;

  @Text(24)
  status!: string;

  /** The pinned version; a newer one never changes a running case. */
  @ForeignKey(() => FlowVersion, { name: 'cases_flowVersionId' })
  @Id({ nullable: true })
  flowVersionId!: string | null;

  /** Versions of the flows that this case calls, by key, pinned with it on the day of filing. */
  @Json()
  pinnedFlows!: unknown;

  /** The state of the flow as our own JSON; written by `record-step` alone. */
  @LongText({ nullable: true })
  flowState!: string | null;

  /** For an item case: the key of the parent's call that waits for it. */
  @Text(80, { nullable: true })
  callKey!: string | null;

  @Int()
  formRevision!: number;

  @Int()
  lastEventSeq!: number;

  @Text(64)
  lastEventHash!: string;

  @PlainDate({ nullable: true })
  receivedOn!: string | null;

  @PlainDate({ nullable: true })
  acceptedOn!: string | null;

  @PlainDate({ nullable: true })
  decidedOn!: string | null;

  @Instant({ nullable: true })
  submittedAt!: string | null;

  @Instant({ nullable: true })
  closedAt!: string | null;

  /** Promised date of the running clock, derived from the events; for lists only. */
  @PlainDate({ nullable: true })
  dueOn!: string | null;

  /** `counter` when the window entered it for the applicant; else it came online. */
  @Text(12, { nullable: true })
  channel!: string | null;

  /** For a stage case: ids of the departments that handle its items. */
  @Json({ nullable: true })
  departments!: unknown;

  /** What stands open beside the flow (a pause, a hearing, a debt…), see `open-matters.ts`. */
  @Json({ nullable: true })
  openMatters!: unknown;

  /** Day after the statutory limit of an item, once it has passed undecided. */
  @PlainDate({ nullable: true })
  overdueSince!: string | null;

  /** The same for the promised limit. */
  @PlainDate({ nullable: true })
  promiseBrokenSince!: string | null;

  /** In whose name and under whose seal the items are decided, fixed on the day of acceptance; see `delegation.ts`. */
  @Json({ nullable: true })
  delegation!: unknown;

  /** How many reading copies 抄送 of it were sent; nothing when none. */
  @Int({ nullable: true })
  copies!: number | null;

  @Id()
  createdBy!: string;

  @Instant()
  createdAt!: string;

  @Int()
  version!: number;
}
