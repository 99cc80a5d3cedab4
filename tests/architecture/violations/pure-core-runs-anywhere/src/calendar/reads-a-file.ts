import { readFileSync } from 'node:fs';

export const holidays = (): string => readFileSync('2026.json', 'utf8');
