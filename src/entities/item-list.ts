import { Entity, PrimaryColumn } from 'typeorm';
import { Instant, Int, Json, Text } from './columns.js';

/** One imported version of the whole catalogue of delegated items; immutable. */
@Entity('item_lists')
export class ItemList {
  @PrimaryColumn('integer')
  version!: number;

  /** The validated list as imported. */
  @Json()
  content!: unknown;

  /** `reconstruction` or `official`. */
  @Text(40)
  dataStatus!: string;

  @Int()
  itemCount!: number;

  @Text(60)
  importedBy!: string;

  @Instant()
  importedAt!: string;
}
