import type { CopySight } from '../../services/reading-copies/read-copy.js';
import type { ReadingCopyView } from '../contract.js';

export function presentCopy({ copy, caseRecord }: CopySight): ReadingCopyView {
  return {
    id: copy.id,
    caseId: copy.caseId,
    caseNumber: caseRecord.number,
    caseTitle: caseRecord.title,
    personId: copy.personId,
    person: copy.personName,
    ...(copy.note !== null && { note: copy.note }),
    sentBy: copy.sentByName,
    sentAt: copy.sentAt,
    readAt: copy.readAt,
  };
}
