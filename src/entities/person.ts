import { Entity, ForeignKey } from 'typeorm';
import { Department } from './department.js';
import { Organisation } from './organisation.js';
import { Flag, Id, Instant, Int, Json, PrimaryId, Text } from './columns.js';

/** Somebody who signs in. */
@Entity('people')
export class Person {
  @PrimaryId()
  id!: string;

  @Text(60, { unique: 'people_username' })
  username!: string;

  @Text(60)
  name!: string;

  @Text(200)
  passwordHash!: string;

  @Json()
  roles!: unknown;

  @ForeignKey(() => Department, { name: 'people_departmentId' })
  @Id({ nullable: true })
  departmentId!: string | null;

  @ForeignKey(() => Organisation, { name: 'people_organisationId' })
  @Id({ nullable: true })
  organisationId!: string | null;

  @Flag()
  enabled!: boolean;

  @Int()
  failedSignIns!: number;

  @Instant({ nullable: true })
  lockedUntil!: string | null;

  @Instant()
  createdAt!: string;
}
