import { Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { Project } from './project.js';
import { Id, Instant, Json } from './columns.js';

/** What the one form already knows of a project: a section as last submitted, so that nothing is asked twice. */
@Entity('project_values')
export class ProjectValue {
  @ForeignKey(() => Project, { name: 'project_values_projectId' })
  @PrimaryColumn('varchar', { length: 40 })
  projectId!: string;

  @PrimaryColumn('varchar', { length: 8 })
  section!: string;

  @Json()
  data!: unknown;

  @Id()
  caseId!: string;

  @Instant()
  updatedAt!: string;
}
