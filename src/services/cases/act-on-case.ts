import { Case, WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Transaction } from '../../persistence/database.js';
import type { Actor } from '../actor.js';
import { givingBackWhatIsRefused } from '../countersigning/completion-refused.js';
import { answerOnce } from '../idempotency/answer-once.js';
import type { ServiceContext } from '../service-context.js';
import { refuseSuspended } from '../suspensions/suspended.js';
import { besideActions, isBesideAction } from './beside-actions.js';
import { CaseStep } from './case-step.js';
import { completeWorkItem } from './complete-work-item.js';
import { mayDo, mayOpen } from './may-act.js';
import { offersOf, type Offer } from './offered-actions.js';

export interface ActionCall {
  action: string;
  workItem?: string;
  form?: Record<string, unknown>;
  version: number;
}

/** What an act has led to; the caller asks for the whole case when it wants more. */
export interface ActionResult {
  caseId: string;
  number: string;
  status: string;
  version: number;
}

/**
 * Does one thing in a case for a person: everything about it is checked, written and chained in one unit of work, or nothing is.
 *
 * Throws CASE_NOT_FOUND, NOT_YOURS (someone else's case), STALE_VERSION (with the version now), ACTION_NOT_AVAILABLE (with what is
 * possible), ACTION_NOT_YOURS (with who may), FORM_INVALID (with field messages), and what the act itself refuses.
 */
export async function actOnCase(context: ServiceContext, actor: Actor, caseId: string, call: ActionCall, onceKey?: string): Promise<ActionResult> {
  return givingBackWhatIsRefused((heldRefusal) => answerOnce(context, actor, onceKey, { caseId, ...call }, () =>
    context.database.inTransaction(async (tx) => {
      const { caseRecord, workItems } = await loadForAct(tx, caseId);
      await mayOpen(tx, actor, caseRecord);
      const offers = offersOf(caseRecord, workItems);
      if (caseRecord.version !== call.version) {
        throw new DomainError('STALE_VERSION', { currentVersion: caseRecord.version, available: offers.filter((offer) => mayDo(actor, offer)).map(describeOffer) });
      }
      refuseSuspended(caseRecord, call.action);
      const step = new CaseStep(context, tx, actor, caseRecord);
      step.heldRefusal = heldRefusal;
      if (isBesideAction(call.action)) {
        const own = workItems.find((workItem) => workItem.act === call.action && (call.workItem === undefined || workItem.id === call.workItem) && mayDo(actor, { workItem }));
        if (own) step.actAt(own);
        await besideActions[call.action](step, call.form ?? {}, call.workItem);
      } else await completeWorkItem(step, chooseOffer(actor, offers, call), call.form ?? {});
      return { caseId, number: step.caseRecord.number, status: step.caseRecord.status, version: step.caseRecord.version };
    }),
  ));
}

/** The case, locked, with its open work items, in one round trip. */
async function loadForAct(tx: Transaction, caseId: string): Promise<{ caseRecord: Case; workItems: WorkItem[] }> {
  const [[caseRecord], workItems] = await tx.readTogether(
    { entity: Case, where: 'id = ?', values: [caseId], lock: true },
    { entity: WorkItem, where: 'caseId = ? AND status = ?', values: [caseId, 'open'] },
  );
  if (!caseRecord) throw new DomainError('CASE_NOT_FOUND', { id: caseId });
  return { caseRecord, workItems };
}

/** The offer that the call means. Says what is possible, or who may, when it is none of this person's. */
function chooseOffer(actor: Actor, offers: Offer[], call: ActionCall): Offer {
  const named = offers.filter((offer) => offer.action === call.action && (call.workItem === undefined || offer.workItem.id === call.workItem));
  const mine = named.filter((offer) => mayDo(actor, offer));
  if (mine.length > 1 && new Set(mine.map((offer) => offer.workItem.id)).size > 1) {
    throw new DomainError('WORK_ITEM_NEEDED', { action: call.action, workItems: mine.map(({ workItem }) => ({ id: workItem.id, name: workItem.name })) });
  }
  if (mine[0]) return mine[0];
  const available = offers.filter((offer) => mayDo(actor, offer)).map(describeOffer);
  if (named[0]) throw new DomainError('ACTION_NOT_YOURS', { action: call.action, role: named[0].workItem.role, department: named[0].workItem.departmentId, available });
  throw new DomainError('ACTION_NOT_AVAILABLE', { action: call.action, available });
}

const describeOffer = (offer: Offer): { action: string; label: string; workItem: string } => ({ action: offer.action, label: offer.label, workItem: offer.workItem.id });
