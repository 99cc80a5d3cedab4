import { roles } from '../../src/api/contract.js';

export const shown = roles;
