import { Case, type Countersignature, type Countersigning, type WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Reader } from '../../persistence/transaction.js';
import type { Tally } from '../../workflows/signing/tally.js';
import { isOutsider, type Actor } from '../actor.js';
import { mayOpen } from '../cases/may-act.js';
import type { ServiceContext } from '../service-context.js';
import { signedTogether } from './rounds.js';
import { resultOf } from './settle-round.js';

/** A countersigning as it stands now. */
export interface CountersigningSight {
  row: Countersigning;
  signers: Countersignature[];
  tally: Tally;
}

/** The countersignings of these pieces of work, and of those that ask for a signature in them; nothing is read when nobody signs anything. */
export async function countersigningsOf(reader: Reader, workItems: readonly WorkItem[]): Promise<CountersigningSight[]> {
  const ids = workItems.filter(({ signing }) => signing !== null).map(({ id }) => id);
  const tasks = workItems.filter(({ act }) => act === 'countersign').map(({ id }) => id);
  if (ids.length === 0 && tasks.length === 0) return [];
  return (await signedTogether(reader, ids, tasks)).map(seen);
}

/** Every countersigning of a case, for those inside the office who may open it. Throws CASE_NOT_FOUND and NOT_YOURS. */
export async function countersigningsOfCase(context: ServiceContext, actor: Actor, caseId: string): Promise<CountersigningSight[]> {
  const { read } = context.database;
  const caseRecord = await read.findOne(Case, 'id = ?', [caseId]);
  if (!caseRecord) throw new DomainError('CASE_NOT_FOUND', { id: caseId });
  await mayOpen(read, actor, caseRecord);
  if (isOutsider(actor)) throw new DomainError('NOT_YOURS');
  const rows = await read.query('SELECT DISTINCT workItemId FROM countersignings WHERE caseId = ?', [caseId]);
  return (await signedTogether(read, rows.map(({ workItemId }) => workItemId as string), [])).map(seen);
}

const seen = (round: { row: Countersigning; signers: Countersignature[] }): CountersigningSight => ({ ...round, tally: round.row.result === null ? resultOf(round).tally : (round.row.result as Tally) });
