import { Entity, ForeignKey, Index } from 'typeorm';
import { Id, Instant, Json, PlainDate, PrimaryId, Text } from './columns.js';
import { Person } from './person.js';

/** Who does somebody's work while he is away 休假代理, from the first to the last day. */
@Entity('deputies')
@Index('deputies_of_person', ['personId', 'toOn'])
@Index('deputies_by_deputy', ['deputyId', 'toOn'])
export class Deputy {
  @PrimaryId()
  id!: string;

  /** Who is away. */
  @ForeignKey(() => Person, { name: 'deputies_personId' })
  @Id()
  personId!: string;

  @Text(60)
  personName!: string;

  @ForeignKey(() => Person, { name: 'deputies_deputyId' })
  @Id()
  deputyId!: string;

  @Text(60)
  deputyName!: string;

  @PlainDate()
  fromOn!: string;

  @PlainDate()
  toOn!: string;

  /** The roles in which he stands in: those that both have. */
  @Json()
  roles!: unknown;

  /** Keys of the flows whose work is meant; nothing means all work. */
  @Json({ nullable: true })
  flows!: unknown;

  @Text(500)
  reason!: string;

  @Id()
  createdBy!: string;

  @Instant()
  createdAt!: string;

  /** When it was taken back before its last day. */
  @Instant({ nullable: true })
  endedAt!: string | null;
}
