import { openCase } from '../services/open-case.js';

export class Case {
  open = openCase;
}
