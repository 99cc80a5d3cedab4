import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Id, Instant, Int, PrimaryId, Text } from './columns.js';

/** An uploaded file; its bytes lie outside the database under their hash. */
@Entity('attachments')
@Index('attachments_of_case', ['caseId'])
export class Attachment {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'attachments_caseId' })
  @Id()
  caseId!: string;

  @Text(120)
  material!: string;

  @Text(200)
  name!: string;

  @Text(100)
  mediaType!: string;

  @Int()
  size!: number;

  @Text(64)
  sha256!: string;

  @Id()
  uploadedBy!: string;

  @Instant()
  uploadedAt!: string;

  /** The correction that it was handed in for. */
  @Id({ nullable: true })
  answersCorrection!: string | null;

  @Text(200)
  filePath!: string;

  @Instant({ nullable: true })
  removedAt!: string | null;
}
