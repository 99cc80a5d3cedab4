import { Case } from '../entities/case.js';

export const present = (caseRecord: Case): unknown => ({ number: caseRecord.number });
