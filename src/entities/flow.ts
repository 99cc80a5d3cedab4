import { Entity, PrimaryColumn } from 'typeorm';
import { Instant, Int, LongText, Text } from './columns.js';

/** A flow that administrators design; `draftXml` is what lies on the desk. */
@Entity('flows')
export class Flow {
  @PrimaryColumn('varchar', { length: 80 })
  flowKey!: string;

  @Text(200)
  name!: string;

  @LongText()
  draftXml!: string;

  @Int()
  draftVersion!: number;

  @Text(60)
  draftChangedBy!: string;

  @Instant()
  draftChangedAt!: string;
}
