import { Project } from './project.js';

export class Case {
  project!: Project;
}
