import { Case } from './case.js';

export class Project {
  cases!: Case[];
}
