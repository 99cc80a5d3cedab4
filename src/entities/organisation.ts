import { Entity } from 'typeorm';
import { PrimaryId, Text } from './columns.js';

/** An enterprise that applies, or a review agency. */
@Entity('organisations')
export class Organisation {
  @PrimaryId()
  id!: string;

  @Text(200)
  name!: string;

  /** 统一社会信用代码. */
  @Text(18, { unique: 'organisations_creditCode' })
  creditCode!: string;

  /** `enterprise` or `agency`. */
  @Text(20)
  kind!: string;
}
