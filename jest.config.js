// Three kinds of tests, told apart by their suffix: what a test needs is in its name.
//   *.test.ts     pure, no database, no server
//   *.db.test.ts  on a real database: SQLite always, MariaDB too when DATABASE_URL names one
//   *.spec.ts     in a real browser
const common = {
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1' },
  transform: { '^.+\\.tsx?$': ['@swc/jest', { module: { type: 'es6' } }] },
  coverageProvider: 'v8',
};

export default {
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  // Against a test that hangs, not a measure of speed: a busy machine may take many times what a quiet one does.
  testTimeout: 60_000,
  projects: [
    { ...common, displayName: 'core', testMatch: ['<rootDir>/tests/**/*.test.ts'], testPathIgnorePatterns: ['\\.db\\.test\\.ts$', '/node_modules/'] },
    { ...common, displayName: 'db', testMatch: ['<rootDir>/tests/**/*.db.test.ts'] },
    { ...common, displayName: 'e2e', testMatch: ['<rootDir>/tests/e2e/**/*.spec.ts'] },
  ],
};
