import { Entity, ForeignKey, Index } from 'typeorm';
import { Case } from './case.js';
import { Id, Instant, Int, Json, PlainDate, PrimaryId, Text } from './columns.js';

/** An issued document 文书: frozen record, stored file, hash, seal. */
@Entity('documents')
@Index('documents_of_case', ['caseId'])
export class Document {
  @PrimaryId()
  id!: string;

  @ForeignKey(() => Case, { name: 'documents_caseId' })
  @Id()
  caseId!: string;

  @Text(40)
  kind!: string;

  /** 文号. */
  @Text(120, { unique: 'documents_number' })
  number!: string;

  @Text(300)
  title!: string;

  @Text(16)
  status!: string;

  @Text(12)
  state!: string;

  @PlainDate()
  issuedOn!: string;

  /** The body in whose name it is issued. */
  @Id({ nullable: true })
  issuedBy!: string | null;

  @Text(32, { unique: 'documents_verifyCode' })
  verifyCode!: string;

  /** The data it was made from. */
  @Json()
  record!: unknown;

  @Int()
  templateVersion!: number;

  /** `procedural` (put on at once) or `official` (by the seal keeper). */
  @Text(16)
  sealNeeded!: string;

  @Id({ nullable: true })
  sealUseId!: string | null;

  @Text(200, { nullable: true })
  filePath!: string | null;

  @Text(64, { nullable: true })
  sha256!: string | null;

  @Instant({ nullable: true })
  sealedAt!: string | null;

  @Text(500, { nullable: true })
  failure!: string | null;
}
