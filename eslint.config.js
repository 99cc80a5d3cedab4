import { createRequire } from 'node:module';
import globals from 'globals';
import tseslint from 'typescript-eslint';

// The recommended rules come with ESLint itself; asked for from there, they always fit its version.
const js = createRequire(import.meta.resolve('eslint'))('@eslint/js');

// Strict where a mistake would reach a person (promises left alone, `any`, comparisons that convert), silent about taste.
export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'data/', 'coverage/', '.cache/', 'tests/architecture/violations/'] },
  js.configs.recommended,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    languageOptions: { globals: globals.node },
    rules: { eqeqeq: ['error', 'always', { null: 'ignore' }], 'no-var': 'error', 'prefer-const': 'error' },
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.recommended],
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['vite.config.ts'] }, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { arguments: false, attributes: false } }],
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/only-throw-error': 'error',
    },
  },
  // One TypeScript project for all pages, the designer's among them.
  { files: ['portal/**', 'designer/**'], languageOptions: { globals: globals.browser } },
  { files: ['{portal,designer}/**/*.{ts,tsx}'], languageOptions: { parserOptions: { projectService: false, project: ['portal/tsconfig.json'] } } },
  {
    files: ['src/**/*.ts'],
    ignores: ['src/cli/**', 'src/main.ts'],
    rules: { 'no-console': 'error' },
  },
);
