import { Person, WorkItem, type Countersignature } from '../../entities/index.js';
import type { Role } from '../actor.js';
import type { CaseStep } from '../cases/case-step.js';
import { changeSignature, type Round } from './rounds.js';

/** The act of work that asks for a countersignature. */
export const COUNTERSIGN = 'countersign';

/** Roles of the office that may be asked to sign. */
export const signingRoles: readonly Role[] = ['reviewer', 'leader', 'clerk', 'secretary', 'sealkeeper'];

export const signingRoleOf = ({ roles }: Person): Role | undefined => signingRoles.find((role) => (roles as Role[]).includes(role));

/**
 * Puts the request on the desk of one signer, due with the work itself. Of somebody who has left the office meanwhile it goes to the queue of his
 * department, where a colleague of the same role signs.
 */
export async function askSigner(step: CaseStep, workItem: WorkItem, round: Round, signature: Countersignature): Promise<void> {
  const { tx, context, caseRecord, at } = step;
  const person = (await tx.findOne(Person, 'id = ?', [signature.personId])) as Person;
  const taskId = context.newId();
  tx.insert(WorkItem, {
    id: taskId,
    caseId: caseRecord.id,
    stepKey: `sign:${signature.id}`,
    step: workItem.step,
    name: `${round.row.kind === 'vote' ? '会签' : '加签'}“${workItem.name}”`.slice(0, 120),
    act: COUNTERSIGN,
    form: 'countersignature',
    outcomes: [],
    role: signingRoleOf(person) ?? 'reviewer',
    departmentId: person.departmentId,
    assigneeId: person.enabled ? person.id : null,
    flowKey: workItem.flowKey,
    applicantId: workItem.applicantId,
    status: 'open',
    openedAt: at,
    dueOn: workItem.dueOn,
  });
  changeSignature(step, signature, { state: 'asked', taskId });
}

/** Asks those whose turn it is: all at once, or the next one where they sign in turn. */
export async function askNext(step: CaseStep, workItem: WorkItem, round: Round): Promise<void> {
  const inTurn = (round.row.rule as { mode: string }).mode === 'sequence';
  if (inTurn && round.signers.some(({ state }) => state === 'asked')) return;
  const waiting = round.signers.filter(({ state }) => state === 'waiting');
  for (const signature of inTurn ? waiting.slice(0, 1) : waiting) await askSigner(step, workItem, round, signature);
}
