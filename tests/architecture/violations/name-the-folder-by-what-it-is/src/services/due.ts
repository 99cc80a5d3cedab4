import { later } from './utils/later.js';

export const due = later;
