import { describe } from '../projects/describe.js';

export const openCase = (): string => describe();
