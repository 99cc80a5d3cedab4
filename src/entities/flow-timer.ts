import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Id, Instant, Int, Json, PrimaryId, Text } from './columns.js';

/** A timer of a flow that runs for one case. The state of the flow knows that it waits; the moment stands here. */
@Entity('flow_timers')
@Index('flow_timers_of_case', ['caseId'])
@Index('flow_timers_due', ['dueAt'])
export class FlowTimer {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'flow_timers_caseId' })
  @Id()
  caseId!: string;

  @Text(80)
  timerKey!: string;

  @Text(80)
  step!: string;

  /** Kind and value as the diagram says them. */
  @Json()
  rule!: unknown;

  @Instant()
  setAt!: string;

  /** Null while it needs a year without a published calendar. */
  @Instant({ nullable: true })
  dueAt!: string | null;

  /** How often it still fires; null without end. */
  @Int({ nullable: true })
  timesLeft!: number | null;
}
