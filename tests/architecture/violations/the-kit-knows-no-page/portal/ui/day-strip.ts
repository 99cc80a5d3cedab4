import { currentCase } from '../workbench/src/current-case.js';

export const days = currentCase;
