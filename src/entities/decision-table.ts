import { Entity, Index } from 'typeorm';
import { Instant, Int, Json, LongText, PrimaryId, Text } from './columns.js';

/** A published version of a decision table 决策表 (DMN): its file and what was read from it, immutable. */
@Entity('decision_tables')
@Index('decision_table_numbers', ['tableKey', 'number'], { unique: true })
export class DecisionTable {
  @PrimaryId()
  id!: string;

  /** Id of the decision in the file; business rule tasks name it. */
  @Text(80)
  tableKey!: string;

  @Int()
  number!: number;

  @Text(200)
  name!: string;

  @LongText()
  xml!: string;

  /** The decision as plain data, with those that it requires. */
  @Json()
  definition!: unknown;

  @Text(64)
  hash!: string;

  @Text(60)
  publishedBy!: string;

  @Instant()
  publishedAt!: string;
}
