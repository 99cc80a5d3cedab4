import type { Case } from '../entities/case.js';

export const titleOf = (caseRecord: Case): string => caseRecord.number;
