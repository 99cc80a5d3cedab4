import { Entity, ForeignKey, Index } from 'typeorm';
import { Organisation } from './organisation.js';
import { Id, Instant, Int, PrimaryId, Text } from './columns.js';

/** A construction project, whose whole life is promised within 80 working days. */
@Entity('projects')
@Index('projects_of_organisation', ['organisationId', 'createdAt'])
export class Project {
  @PrimaryId()
  id!: string;

  @Text(200)
  name!: string;

  /** 投资项目统一代码. */
  @Text(24, { nullable: true })
  projectCode!: string | null;

  @Text(40)
  projectType!: string;

  @ForeignKey(() => Organisation, { name: 'projects_organisationId' })
  @Id()
  organisationId!: string;

  @Id()
  createdBy!: string;

  @Instant()
  createdAt!: string;

  @Int()
  version!: number;
}
