import { Document } from '../../entities/index.js';
import type { Reader } from '../../persistence/transaction.js';

/** All documents of a stage case and of its item cases, in the order in which they were issued. */
export function documentsOfStage(reader: Reader, stageId: string): Promise<Document[]> {
  return reader.find(Document, 'caseId = ? OR caseId IN (SELECT id FROM cases WHERE parentId = ?) ORDER BY issuedOn, id', [stageId, stageId]);
}
