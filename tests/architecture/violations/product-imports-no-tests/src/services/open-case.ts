import { aCase } from '../../tests/support/a-case.js';

export const openCase = aCase;
