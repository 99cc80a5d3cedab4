import { Entity } from 'typeorm';
import { PrimaryId, Text } from './columns.js';

/** A department, bureau branch or review agency that acts in cases. */
@Entity('departments')
export class Department {
  /** Stable key, e.g. `xq-gjj`. */
  @PrimaryId()
  id!: string;

  @Text(120)
  nameZh!: string;

  @Text(200)
  nameEn!: string;

  /** Short name used in document numbers 文号. */
  @Text(40)
  shortName!: string;

  /** `government`, `window`, `agency`. */
  @Text(20)
  kind!: string;

  /** `sourced-name`, `assumed-name` …: how far the name is known. */
  @Text(40)
  nameStatus!: string;

  /** Named in the remedy clause 行政复议机关. */
  @Text(120, { nullable: true })
  reconsiderationBody!: string | null;

  /** Named in the remedy clause. */
  @Text(120, { nullable: true })
  court!: string | null;
}
