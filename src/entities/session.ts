import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Person } from './person.js';
import { Id, Instant } from './columns.js';

/** A signed-in browser or script. Only the hash of the token is kept. */
@Entity('sessions')
export class Session {
  @PrimaryColumn('varchar', { length: 64 })
  tokenHash!: string;

  @ForeignKey(() => Person, { name: 'sessions_personId' })
  @Id()
  personId!: string;

  @Instant()
  createdAt!: string;

  @Instant()
  expiresAt!: string;
}
