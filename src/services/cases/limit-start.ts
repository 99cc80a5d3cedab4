import { Correction } from '../../entities/index.js';
import type { CaseStep } from './case-step.js';

/**
 * The day that an item's limit is counted from (that day itself not counted): acceptance, or receipt where the special act says so – and
 * after a correction the day on which the papers were complete, which is also the day of acceptance. Nothing while that day is open.
 */
export async function limitStart(stage: CaseStep, startsFrom: 'acceptance' | 'receipt'): Promise<string | null> {
  const { acceptedOn, receivedOn, id } = stage.caseRecord;
  if (startsFrom === 'acceptance') return acceptedOn;
  const corrected = await stage.tx.count(Correction, 'caseId = ? AND status = ?', [id, 'answered']);
  return corrected > 0 ? acceptedOn : receivedOn;
}
