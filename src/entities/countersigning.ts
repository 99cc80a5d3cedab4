import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Flag, Id, Instant, Json, PrimaryId, Text } from './columns.js';
import { WorkItem } from './work-item.js';

/** Others than the one whose work it is sign a piece of work: before him, after him, or by a vote 加签、会签. It stands beside the flow. */
@Entity('countersignings')
@Index('countersignings_of_work', ['workItemId'])
@Index('countersignings_of_case', ['caseId', 'status'])
export class Countersigning {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'countersignings_caseId' })
  @Id()
  caseId!: string;

  /** The work of the flow that is signed. */
  @ForeignKey(() => WorkItem, { name: 'countersignings_workItemId' })
  @Id()
  workItemId!: string;

  /** `before`, `after` or `vote`. */
  @Text(8)
  kind!: string;

  /** When it has passed, see `workflows/signing/signing-rule.ts`. */
  @Json()
  rule!: unknown;

  /** The flow asks for it, not a person. */
  @Flag()
  drawn!: boolean;

  /** The outcome of the work that is put to the vote. */
  @Text(40, { nullable: true })
  proposal!: string | null;

  @Text(500, { nullable: true })
  question!: string | null;

  /** `waiting` (after-signers wait for the work to be completed), `open`, then `heard`, `passed`, `notPassed` or `ended`. */
  @Text(12)
  status!: string;

  /** The completion that waits for the after-signers: `{ outcome, form, by }`. */
  @Json({ nullable: true })
  held!: unknown;

  /** The tally at its end. */
  @Json({ nullable: true })
  result!: unknown;

  @Id()
  startedBy!: string;

  @Text(60)
  startedByName!: string;

  @Instant()
  startedAt!: string;

  @Instant({ nullable: true })
  endedAt!: string | null;
}
