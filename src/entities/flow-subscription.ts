import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Id, Instant, PrimaryId, Text } from './columns.js';

/** A message or signal that the flow of a case waits for, so that it is found by name. The state of the flow knows the same. */
@Entity('flow_subscriptions')
@Index('flow_subscriptions_by_name', ['kind', 'name'])
@Index('flow_subscriptions_of_case', ['caseId'])
export class FlowSubscription {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'flow_subscriptions_caseId' })
  @Id()
  caseId!: string;

  @Text(120)
  subscriptionKey!: string;

  @Text(120)
  step!: string;

  /** `message` or `signal`. */
  @Text(12)
  kind!: string;

  @Text(200)
  name!: string;

  @Instant()
  setAt!: string;
}
