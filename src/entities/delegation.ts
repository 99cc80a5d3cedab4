import { Entity, Index } from 'typeorm';
import { Flag, Id, Instant, Json, PlainDate, PrimaryId, Text } from './columns.js';

/**
 * For one item, one place and one time: who hands the power over to whom, in which form, and so in whose name and under whose seal the
 * decision is made 授权 / 委托 / 集中行使 / 派驻.
 */
@Entity('delegations')
@Index('delegations_of_item', ['itemCode', 'validFrom'])
export class Delegation {
  @PrimaryId()
  id!: string;

  @Text(60)
  itemCode!: string;

  /** `empowered` 授权, `entrusted` 委托, `concentrated` 集中行使 or `branch` 派驻（分局）. */
  @Text(16)
  mode!: string;

  @Id()
  delegatingBodyId!: string;

  @Id()
  receivingBodyId!: string;

  /** Region codes (GB/T 2260) in which it holds; empty: everywhere in the area. */
  @Json()
  regionCodes!: unknown;

  /** Outline of the area as `[longitude, latitude]` points; null: the region codes alone decide. */
  @Json({ nullable: true })
  polygon!: unknown;

  @PlainDate()
  validFrom!: string;

  @PlainDate({ nullable: true })
  validUntil!: string | null;

  @Text(500)
  basis!: string;

  @Flag()
  inspectionMoved!: boolean;

  @Flag()
  penaltyMoved!: boolean;

  @Text(60)
  importedBy!: string;

  @Instant()
  importedAt!: string;
}
