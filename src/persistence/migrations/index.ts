import { Initial0001 } from './0001-initial.js';

/** All migrations in order; one list for every database. */
export const migrations = [Initial0001];
