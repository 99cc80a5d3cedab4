import { Opinion, WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Actor } from '../actor.js';
import type { CaseStep } from '../cases/case-step.js';
import { recordStep } from '../cases/record-step.js';
import type { ServiceContext } from '../service-context.js';
import { onWorkItem, type GestureResult } from './on-work-item.js';
import { canBeTakenBack, findStanding, nameOf } from './step-moves.js';

/**
 * 撤回本人办理: whoever sent the work here takes it back until somebody takes it up. `id` is the work that lies with the next one: it
 * vanishes, and the own step stands open again with what was handed in as a draft. The opinion stays in the record, marked as taken back.
 *
 * Throws TAKE_BACK_NOT_YOURS (nothing of the actor lies there) and TAKE_BACK_TOO_LATE with the reason and what is possible instead.
 */
export function takeBackWorkItem(context: ServiceContext, actor: Actor, id: string, request: { reason?: string | undefined }, onceKey?: string): Promise<GestureResult> {
  return onWorkItem(context, actor, { id, what: 'takeBack', request, onceKey }, async (step, workItem) => {
    const sent = workItem.sentBy === actor.id && workItem.sentFrom !== null ? await step.tx.findOne(WorkItem, "caseId = ? AND stepKey = ? AND status = 'done'", [workItem.caseId, workItem.sentFrom]) : undefined;
    if (!sent) throw new DomainError('TAKE_BACK_NOT_YOURS', { name: workItem.name });
    if (workItem.takenUpAt !== null) throw new DomainError('TAKE_BACK_TOO_LATE', { name: workItem.name, why: `“${workItem.name}”已经有人着手办理`, whyEn: `somebody has taken up "${workItem.name}"` });
    const standing = await findStanding(context, step.caseRecord);
    if (!standing || !canBeTakenBack(standing, workItem)) throw new DomainError('TAKE_BACK_TOO_LATE', { name: workItem.name, why: '各分支已经汇合或者已经分发，流程不能恢复原状', whyEn: 'branches have joined or split since' });
    await markOpinion(step, sent);
    step.note('workTakenBack', { name: sent.name, workItem: sent.id, next: nameOf(standing.flow, workItem.step), reason: request.reason ?? '' }, { step: sent.step });
    await recordStep(step, { type: 'reroute', key: workItem.stepKey, to: sent.step, person: actor.id });
  });
}

/** The opinion that was given with the work is not in force any more. */
async function markOpinion(step: CaseStep, sent: WorkItem): Promise<void> {
  const kind = { examination: 'examination', verification: 'verification' }[sent.form ?? ''];
  if (kind === undefined) return;
  const [opinion] = await step.tx.find(Opinion, 'caseId = ? AND kind = ? AND personId = ? ORDER BY at DESC, id DESC LIMIT 1', [sent.caseId, kind, step.actor.id]);
  if (opinion) step.tx.update(Opinion, { conclusion: 'takenBack' }, 'id = ?', [opinion.id], { rows: 1, lockedHere: true });
}
