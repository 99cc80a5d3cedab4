import { Entity, PrimaryColumn } from 'typeorm';
import { Instant, Json, Text } from './columns.js';

/** One published or corrected version of a year's working-day schedule; immutable. */
@Entity('calendar_years')
export class CalendarYear {
  @PrimaryColumn('integer')
  year!: number;

  @PrimaryColumn('integer')
  version!: number;

  @Json()
  schedule!: unknown;

  /** The State Council document it comes from. */
  @Text(200)
  document!: string;

  @Text(60)
  importedBy!: string;

  @Instant()
  importedAt!: string;
}
