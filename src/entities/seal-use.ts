import { Entity, ForeignKey, Index } from 'typeorm';
import { Document } from './document.js';
import { Seal } from './seal.js';
import { Id, Instant, PrimaryId, Text } from './columns.js';

/** The seal register: which seal was put on which document, by whom, when and why. */
@Entity('seal_uses')
@Index('seal_uses_of_document', ['documentId'])
export class SealUse {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Seal, { name: 'seal_uses_sealId' })
  @Id()
  sealId!: string;

  @ForeignKey(() => Document, { name: 'seal_uses_documentId' })
  @Id()
  documentId!: string;

  /** Nobody for procedural seals put on by rule. */
  @Id({ nullable: true })
  personId!: string | null;

  @Text(200)
  purpose!: string;

  @Instant()
  requestedAt!: string;

  @Instant({ nullable: true })
  appliedAt!: string | null;
}
