import { Entity, ForeignKey, Index } from 'typeorm';
import { Flow } from './flow.js';
import { Instant, Int, Json, LongText, PrimaryId, Text } from './columns.js';

/** A published version of a flow: diagram and compiled definition, immutable. */
@Entity('flow_versions')
@Index('flow_version_numbers', ['flowKey', 'number'], { unique: true })
export class FlowVersion {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Flow, { name: 'flow_versions_flowKey' })
  @Text(80)
  flowKey!: string;

  @Int()
  number!: number;

  @Text(200)
  name!: string;

  /** The stage that this flow carries; none for a flow that others call. */
  @Text(8, { nullable: true })
  stage!: string | null;

  @LongText()
  xml!: string;

  @Json()
  definition!: unknown;

  /** Findings, soundness and budget as proved at publication. */
  @Json()
  verdict!: unknown;

  @Text(64)
  hash!: string;

  @Text(60)
  publishedBy!: string;

  @Instant()
  publishedAt!: string;
}
