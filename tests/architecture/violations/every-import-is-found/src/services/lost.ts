import { found } from './not-there.js';

export const lost = found;
