import { Attachment, Case, CaseEvent, CaseForm, Correction, Decision, Delegation, Department, Document, Meeting, Opinion, Organisation, Project, ReadingCopy, Review, WorkItem } from '../../entities/index.js';
import { part, type Gathered } from '../../persistence/gather.js';
import type { Reader } from '../../persistence/transaction.js';
import { finishedOfProject } from '../materials/required-materials.js';
import { clockEvents } from './case-clock.js';

/** A stage application with all of its item cases, ordered by number. */
export interface Family {
  stage: Case;
  children: Case[];
}

/** The case with this id and those that belong together with it, by one query; nothing when there is none. */
export async function readFamily(reader: Reader, caseId: string): Promise<(Family & { caseRecord: Case }) | undefined> {
  const stageId = '(SELECT COALESCE(asked.parentId, asked.id) FROM cases asked WHERE asked.id = ?)';
  const cases = await reader.find(Case, `id = ${stageId} OR parentId = ${stageId} ORDER BY number`, [caseId, caseId]);
  const caseRecord = cases.find(({ id }) => id === caseId);
  const stage = cases.find(({ parentId }) => parentId === null);
  return caseRecord && stage && { caseRecord, stage, children: cases.filter((each) => each !== stage) };
}

/** Everything that the page of a case is made from. */
export type PageRows = Gathered<ReturnType<typeof partsOf>>;

/** Reads it by one statement, however long the history of the case is. */
export function readPage(reader: Reader, caseRecord: Case, family: Family): Promise<PageRows> {
  return reader.gather(partsOf(caseRecord, family));
}

function partsOf(caseRecord: Case, { stage, children }: Family) {
  const ids = [stage.id, ...children.map(({ id }) => id)];
  const marks = (values: readonly unknown[]): string => values.map(() => '?').join(', ');
  const among = `caseId IN (${marks(ids)})`;
  const events = [...clockEvents, 'itemReturned', 'closed', 'notAccepted'];
  const codes = stage.itemCodes as string[];
  return {
    workItems: part(WorkItem, `${among} AND status = 'open'`, ids, { orderBy: ['openedAt', 'id'] }),
    attachments: part(Attachment, 'caseId = ? AND removedAt IS NULL', [stage.id], { orderBy: ['uploadedAt', 'id'] }),
    corrections: part(Correction, 'caseId = ?', [stage.id], { orderBy: ['noticedOn', 'id'] }),
    reviews: part(Review, 'caseId = ?', [stage.id], { orderBy: ['commissionedOn', 'id'] }),
    meetings: part(Meeting, 'caseId = ?', [stage.id]),
    opinions: part(Opinion, among, ids, { orderBy: ['at', 'id'] }),
    decisions: part(Decision, among, ids),
    documents: part(Document, among, ids, { orderBy: ['issuedOn', 'id'] }),
    events: part(CaseEvent, `${among} AND type IN (${marks(events)})`, [...ids, ...events], { orderBy: ['caseId', 'seq'] }),
    departments: part(Department, '1 = 1', []),
    organisations: part(Organisation, 'kind = ? OR id = ?', ['agency', caseRecord.organisationId], { orderBy: ['id'] }),
    forms: part(CaseForm, 'caseId = ? AND revision = ?', [stage.id, stage.formRevision]),
    projects: part(Project, 'id = ?', [caseRecord.projectId]),
    finished: part(Case, finishedOfProject, [caseRecord.projectId], { columns: ['itemCode'] }),
    copies: part(ReadingCopy, 'caseId = ? AND withdrawnAt IS NULL', [caseRecord.id], { orderBy: ['sentAt', 'id'] }),
    // Asked only while the window may still say that another authority is competent.
    delegations: part(Delegation, stage.status === 'submitted' ? `itemCode IN (${marks(codes)})` : '1 = 0', stage.status === 'submitted' ? codes : [], { orderBy: ['validFrom', 'importedAt'] }),
  };
}
