import { Entity, ForeignKey } from 'typeorm';
import { Department } from './department.js';
import { Flag, Id, Instant, LongText, PrimaryId, Text } from './columns.js';

/** A seal of a body with its signing key; keys lie outside the database. */
@Entity('seals')
export class Seal {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Department, { name: 'seals_departmentId' })
  @Id()
  departmentId!: string;

  @Text(16)
  kind!: string;

  @Text(200)
  name!: string;

  @LongText()
  certificate!: string;

  @Text(64)
  fingerprint!: string;

  @Text(200)
  keyPath!: string;

  @Instant()
  createdAt!: string;

  @Flag()
  active!: boolean;
}
