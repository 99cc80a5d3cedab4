import path from 'node:path';

/** What the environment says, read once and checked. */
export interface Config {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl: string;
  readonly production: boolean;
  readonly seedDemo: boolean;
  /** A fixed moment to start from, for tests and demonstrations; never in production. */
  readonly fixedClock?: Date;
  /** Address under which people reach this server; printed into documents beside the verification code. */
  readonly publicUrl: string;
  readonly logLevel: string;
  readonly poolSize: number;
}

/** Reads the settings. Throws an Error with one line that names the variable and what is accepted. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const production = environment.NODE_ENV === 'production';
  const port = wholeNumber(environment, 'PORT', 3000, 0, 65_535);
  const dataDir = path.resolve(environment.DATA_DIR ?? './data');
  const fixedClock = readFixedClock(environment.ONESTOP_CLOCK);
  if (production && fixedClock) throw new Error('ONESTOP_CLOCK is refused when NODE_ENV=production: legal limits follow the real time');
  const seedDemo = environment.SEED_DEMO === undefined ? !production : environment.SEED_DEMO !== '0';
  if (production && seedDemo) throw new Error('SEED_DEMO is refused when NODE_ENV=production: the demo accounts have a published password');
  return Object.freeze({
    port,
    host: environment.HOST ?? '0.0.0.0',
    dataDir,
    databaseUrl: environment.DATABASE_URL || `sqlite:${path.join(dataDir, 'onestop.db')}`,
    production,
    seedDemo,
    fixedClock,
    publicUrl: (environment.PUBLIC_URL ?? `http://localhost:${port}`).replace(/\/$/, ''),
    logLevel: environment.LOG_LEVEL ?? 'info',
    poolSize: wholeNumber(environment, 'DATABASE_POOL', 16, 1, 200),
  });
}

function wholeNumber(environment: NodeJS.ProcessEnv, name: string, otherwise: number, least: number, most: number): number {
  const text = environment[name];
  if (text === undefined || text === '') return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) throw new Error(`${name} must be a whole number from ${least} to ${most}, not "${text}"`);
  return value;
}

function readFixedClock(text: string | undefined): Date | undefined {
  if (text === undefined || text === '' || text === 'real') return undefined;
  const moment = /^fixed:(.+)$/.exec(text)?.[1];
  const date = moment === undefined ? undefined : new Date(/^\d{4}-\d{2}-\d{2}$/.test(moment) ? `${moment}T09:00:00+08:00` : moment);
  if (date === undefined || Number.isNaN(date.getTime())) throw new Error(`ONESTOP_CLOCK must be fixed:ISO, e.g. fixed:2026-03-02T09:00:00+08:00, not "${text}"`);
  return date;
}
