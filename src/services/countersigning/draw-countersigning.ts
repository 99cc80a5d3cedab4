import { Person, WorkItem } from '../../entities/index.js';
import type { SigningCall } from '../../workflows/machine/effects.js';
import { readSigner, type NamedSigner } from '../../workflows/signing/signer.js';
import type { CaseStep } from '../cases/case-step.js';
import { mayHandle } from '../cases/may-act.js';
import { actorOf } from '../work-items/on-work-item.js';
import { signingRoleOf } from './ask-signer.js';
import { outcomeName } from './begin-countersigning.js';
import { examinerFor } from './refuse-examiner.js';
import { openRound, type SignerChoice } from './open-round.js';
import { markWork } from './rounds.js';

/**
 * A step has begun whose flow has it signed by several people: they are found and asked. Where nobody is found the step stays an ordinary
 * one on the desk of whoever may do it, and the record says so.
 */
export async function drawCountersigning(step: CaseStep, workItem: WorkItem, { signers, ...rule }: SigningCall): Promise<void> {
  const found = await findSigners(step, workItem, signers);
  if (found.length === 0) return step.note('signersNotFound', { name: workItem.name, workItem: workItem.id, signers: signers ?? [] }, { step: workItem.step });
  const proposal = (workItem.outcomes as { id: string }[])[0]?.id ?? null;
  const round = await openRound(step, workItem, { kind: 'vote', rule, drawn: true, proposal, question: null }, found);
  markWork(step, workItem, [round]);
  step.note('signersAdded', { name: workItem.name, workItem: workItem.id, kind: 'vote', drawn: true, ...rule, proposal: outcomeName(workItem, proposal), signers: found.map(({ person, weight }) => ({ person: person.name, weight })), question: '' }, { step: workItem.step });
}

async function findSigners(step: CaseStep, workItem: WorkItem, named: readonly string[] | undefined): Promise<SignerChoice[]> {
  const examiner = await examinerFor(step, workItem);
  const people = (await step.tx.find(Person, 'enabled = 1 ORDER BY username')).filter((person) => person.id !== examiner && signingRoleOf(person) !== undefined);
  const wanted = named === undefined ? [{ role: workItem.role ?? undefined, weight: 1 }] : named.flatMap((text) => readSigner(text) ?? []);
  const chosen = new Map<string, SignerChoice>();
  for (const signer of wanted) {
    for (const person of people) if (!chosen.has(person.id) && isMeant(person, signer, workItem)) chosen.set(person.id, { person, weight: signer.weight });
  }
  return [...chosen.values()];
}

/** Without a department of its own a role is meant as the step means it: in the department of the step, or anywhere where it names none. */
function isMeant(person: Person, { person: username, role, department }: Partial<NamedSigner>, workItem: WorkItem): boolean {
  if (username !== undefined) return person.username === username;
  if (department !== undefined) return person.departmentId === department && (person.roles as string[]).includes(role ?? '');
  return mayHandle(actorOf(person), { ...workItem, role: role ?? null, assigneeId: null });
}
