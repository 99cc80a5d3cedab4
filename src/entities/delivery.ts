import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Id, Json, PlainDate, PrimaryId, Text } from './columns.js';

/** Service of the documents of a case 送达. */
@Entity('deliveries')
@Index('deliveries_of_case', ['caseId'])
export class Delivery {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'deliveries_caseId' })
  @Id()
  caseId!: string;

  @Json()
  documentIds!: unknown;

  @Text(20)
  way!: string;

  @Text(100)
  recipient!: string;

  @Id()
  deliveredBy!: string;

  @PlainDate()
  deliveredOn!: string;

  @Json()
  receipt!: unknown;
}
