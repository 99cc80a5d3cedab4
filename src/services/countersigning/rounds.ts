import { Countersignature, Countersigning, WorkItem } from '../../entities/index.js';
import type { Reader } from '../../persistence/transaction.js';
import type { CaseStep } from '../cases/case-step.js';
import { stateFrom } from './signing-state.js';

/** One countersigning with its people, in the order in which they were named. */
export interface Round {
  readonly row: Countersigning;
  readonly signers: Countersignature[];
}

/** All countersignings of a piece of work, first begun first. */
export const roundsOf = (reader: Reader, workItemId: string): Promise<Round[]> => signedTogether(reader, [workItemId], []);

/** The countersignings of these pieces of work and those that these requests belong to, first begun first. */
export async function signedTogether(reader: Reader, workItems: readonly string[], tasks: readonly string[]): Promise<Round[]> {
  const marks = (ids: readonly string[]): string => (ids.length === 0 ? "''" : ids.map(() => '?').join(', '));
  const rows = await reader.find(
    Countersigning,
    tasks.length === 0 ? `workItemId IN (${marks(workItems)}) ORDER BY startedAt, id` : `workItemId IN (${marks(workItems)}) OR id IN (SELECT countersigningId FROM countersignatures WHERE taskId IN (${marks(tasks)})) ORDER BY startedAt, id`,
    [...workItems, ...tasks],
  );
  if (rows.length === 0) return [];
  const signers = await reader.find(Countersignature, `countersigningId IN (${marks(rows.map(({ id }) => id))}) ORDER BY position`, rows.map(({ id }) => id));
  return rows.map((row) => ({ row, signers: signers.filter(({ countersigningId }) => countersigningId === row.id) }));
}

/** What is signed, or waits to be, in these cases. */
export async function openRoundsOf(reader: Reader, cases: readonly string[]): Promise<Round[]> {
  const rows = cases.length === 0 ? [] : await reader.find(Countersigning, `caseId IN (${cases.map(() => '?').join(', ')}) AND status IN ('open', 'waiting')`, [...cases]);
  return rows.length === 0 ? [] : (await signedTogether(reader, rows.map(({ workItemId }) => workItemId), [])).filter(({ row }) => rows.some(({ id }) => id === row.id));
}

/** Still asked, or to be asked. */
export const isPending = ({ state }: Countersignature): boolean => state === 'waiting' || state === 'asked';

/** Signed already or still to sign: those who are counted. */
export const counts = (signature: Countersignature): boolean => signature.state === 'signed' || isPending(signature);

export function changeRound({ tx }: CaseStep, { row }: Round, changes: Partial<Countersigning>): void {
  Object.assign(row, changes);
  tx.update(Countersigning, changes, 'id = ?', [row.id], { rows: 1, lockedHere: true });
}

export function changeSignature({ tx }: CaseStep, signature: Countersignature, changes: Partial<Countersignature>): void {
  Object.assign(signature, changes);
  tx.update(Countersignature, changes, 'id = ?', [signature.id], { rows: 1, lockedHere: true });
}

/** Takes the request off the desk of somebody who has not signed; it will be in neither his to-do list nor his done one. */
export function takeBack(step: CaseStep, signature: Countersignature, state: 'removed' | 'notNeeded' | 'dismissed'): void {
  if (signature.taskId !== null) step.tx.update(WorkItem, { status: 'cancelled', doneAt: step.at }, "id = ? AND status = 'open'", [signature.taskId]);
  changeSignature(step, signature, { state });
}

/** Writes on the work where it stands with its countersignings. */
export function markWork({ tx }: CaseStep, workItem: WorkItem, rounds: readonly Round[]): void {
  const signing = stateFrom(rounds.map(({ row }) => row), workItem);
  workItem.signing = signing;
  tx.update(WorkItem, { signing }, 'id = ?', [workItem.id], { rows: 1, lockedHere: true });
}
