import { Entity, PrimaryColumn } from 'typeorm';
import { Int } from './columns.js';

/** Running numbers: one a name (body, document kind, year); never reused. */
@Entity('counters')
export class Counter {
  @PrimaryColumn('varchar', { length: 120 })
  name!: string;

  @Int()
  value!: number;
}
