import { Person, WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { faultOfRule, type SigningMode, type SigningRule } from '../../workflows/signing/signing-rule.js';
import type { CaseStep } from '../cases/case-step.js';
import { requireOnDesk, taken } from '../work-items/on-work-item.js';
import { askNext, signingRoleOf } from './ask-signer.js';
import { refuseExaminer } from './refuse-examiner.js';
import { addSigners, openRound, type SignerChoice } from './open-round.js';
import { isPending, markWork, roundsOf, type Round } from './rounds.js';
import { mayAskSigners } from './signing-state.js';

export interface CountersigningRequest {
  /** `before` 前加签, `after` 后加签, `vote` 会签、或签、票签、依次. */
  kind: 'before' | 'after' | 'vote';
  /** Ids or user names; a weight counts in a vote by ratio. */
  signers: { person: string; weight?: number | undefined }[];
  /** Of a vote; `all` when not given. */
  mode?: SigningMode | undefined;
  ratio?: string | undefined;
  base?: 'all' | 'votes' | undefined;
  quorum?: number | undefined;
  /** The outcome that is put to the vote; the first one of the work when not given. */
  proposal?: string | undefined;
  /** What they are asked, in words. */
  question?: string | undefined;
}

/**
 * The one whose work it is has others sign it: before him 前加签 (he completes it once their opinions are in), after him 后加签 (his completion
 * waits for them) or by a vote whose result binds him. No token moves. Before- and after-signers may be added one by one; a vote, once
 * begun, keeps its people. The work is his own from then on.
 *
 * Throws NOT_YOURS, WORK_ITEM_TAKEN, COUNTERSIGNING_NOT_HERE, VOTE_UNDER_WAY, SIGNER_UNFIT, SIGNING_RULE_INVALID, NOT_YOUR_OWN_WORK.
 */
export async function beginCountersigning(step: CaseStep, workItem: WorkItem, request: CountersigningRequest): Promise<void> {
  const { actor, tx } = step;
  await requireOnDesk(step, workItem);
  if (workItem.delegatedBy !== null) throw await taken(tx, workItem);
  if (!mayAskSigners(workItem)) throw new DomainError('COUNTERSIGNING_NOT_HERE', { name: workItem.name });
  const rounds = await roundsOf(tx, workItem.id);
  const rule = ruleOf(request);
  const proposal = request.kind === 'vote' ? proposalOf(workItem, request.proposal) : null;
  if (request.kind === 'vote' && rounds.some(({ row }) => row.kind === 'vote' && row.status === 'open')) throw new DomainError('VOTE_UNDER_WAY', { name: workItem.name });
  const signers = await signersFor(step, request, rounds);
  if (request.kind === 'vote') await refuseExaminer(step, workItem, signers.map(({ person }) => person.id));

  const running = request.kind === 'vote' ? undefined : rounds.find(({ row }) => row.kind === request.kind && ['open', 'waiting'].includes(row.status));
  if (running) {
    addSigners(step, running, signers);
    if (running.row.status === 'open') await askNext(step, workItem, running);
  } else {
    rounds.push(await openRound(step, workItem, { kind: request.kind, rule, drawn: false, proposal, question: request.question ?? null }, signers));
  }
  tx.update(WorkItem, { assigneeId: workItem.assigneeId ?? actor.id, takenUpAt: workItem.takenUpAt ?? step.at }, 'id = ?', [workItem.id], { rows: 1, lockedHere: true });
  markWork(step, workItem, rounds);
  step.note('signersAdded', { name: workItem.name, workItem: workItem.id, kind: request.kind, ...(request.kind === 'vote' && { ...rule, proposal: outcomeName(workItem, proposal) }), signers: signers.map(({ person, weight }) => ({ person: person.name, weight })), question: request.question ?? '' }, { step: workItem.step });
  step.save();
}

function ruleOf({ kind, mode = 'all', ratio, base, quorum, signers }: CountersigningRequest): SigningRule {
  const given = { mode: kind === 'vote' ? mode : 'all', ...(ratio !== undefined && { ratio }), ...(base !== undefined && { base }), ...(quorum !== undefined && { quorum }) };
  const fault = faultOfRule(given) ?? (quorum !== undefined && quorum > signers.length ? { zh: '最低票数不能多于会签人数', en: 'The quorum is larger than the number of signers' } : undefined);
  if (fault) throw new DomainError('SIGNING_RULE_INVALID', { reason: fault.zh, reasonEn: fault.en });
  return given;
}

function proposalOf(workItem: WorkItem, asked: string | undefined): string | null {
  const outcomes = workItem.outcomes as { id: string; name: string }[];
  if (asked === undefined) return outcomes[0]?.id ?? null;
  if (!outcomes.some(({ id }) => id === asked)) throw new DomainError('SIGNING_RULE_INVALID', { reason: `“${workItem.name}”没有办理结果 ${asked}，可选：${outcomes.map(({ name }) => name).join('、')}`, reasonEn: `The work has no outcome ${asked}` });
  return asked;
}

export const outcomeName = (workItem: WorkItem, outcome: string | null): string => (workItem.outcomes as { id: string; name: string }[]).find(({ id }) => id === outcome)?.name ?? '';

async function signersFor({ tx, actor }: CaseStep, { signers, kind }: CountersigningRequest, rounds: readonly Round[]): Promise<SignerChoice[]> {
  const chosen = new Map<string, SignerChoice>();
  for (const { person: name, weight = 1 } of signers) {
    const person = await tx.findOne(Person, 'id = ? OR username = ?', [name, name]);
    if (!person || !person.enabled || signingRoleOf(person) === undefined) throw new DomainError('SIGNER_UNFIT', { person: person?.name ?? name, reason: '须为在岗的窗口、经办、审批、会议或用印人员' });
    if (person.id === actor.id) throw new DomainError('SIGNER_UNFIT', { person: person.name, reason: '本人的待办不能由本人加签' });
    if (rounds.some((round) => round.row.kind === kind && round.signers.some((signature) => signature.personId === person.id && isPending(signature)))) throw new DomainError('SIGNER_UNFIT', { person: person.name, reason: '已在签署人员之中' });
    chosen.set(person.id, { person, weight });
  }
  return [...chosen.values()];
}
