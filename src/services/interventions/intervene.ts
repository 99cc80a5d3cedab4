import { Intervention } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Transaction } from '../../persistence/database.js';
import type { Actor } from '../actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { CaseStep, lockCase } from '../cases/case-step.js';
import { closeMatter, openMatter } from '../cases/open-matters.js';
import { answerOnce } from '../idempotency/answer-once.js';
import type { ServiceContext } from '../service-context.js';
import { planIntervention, type InterventionRequest } from './plan-intervention.js';

/** How long the second administrator has. */
const HOURS_TO_CONFIRM = 48;

/**
 * One administrator proposes to intervene in a case 管理员干预: nothing of it happens yet. It is looked at in full, so that only what is possible
 * can be proposed. Throws CASE_NOT_FOUND, STALE_VERSION, INTERVENTION_PENDING and what `planIntervention` refuses.
 */
export function proposeIntervention(context: ServiceContext, actor: Actor, caseId: string, { version, ...request }: InterventionRequest & { version: number }, onceKey?: string): Promise<Intervention> {
  return answerOnce(context, actor, onceKey, ['intervention', caseId, request], () =>
    context.database.inTransaction(async (tx) => {
      const caseRecord = await lockCase(tx, caseId);
      if (caseRecord.status === 'draft' || caseRecord.closedAt !== null) throw new DomainError('ACTION_NOT_AVAILABLE', { action: '管理员干预', available: [] });
      if (caseRecord.version !== version) throw new DomainError('STALE_VERSION', { currentVersion: caseRecord.version, available: [] });
      const step = new CaseStep(context, tx, actor, caseRecord);
      await clearOutdated(tx, step);
      const { summary } = await planIntervention(step, request);
      const id = context.newId();
      const expiresAt = new Date(context.clock.now().getTime() + HOURS_TO_CONFIRM * 3_600_000).toISOString();
      openMatter(step, { kind: 'intervention', id, label: `待第二名管理员确认：${summary}`, state: expiresAt, key: actor.id, caseVersion: caseRecord.version + 1 });
      step.note('interventionProposed', { intervention: id, kind: request.kind, summary, reason: request.reason });
      step.save();
      const intervention: Intervention = {
        id, caseId, kind: request.kind, workItemId: request.workItem ?? null, request, summary, reason: request.reason, status: 'proposed', caseVersion: caseRecord.version,
        proposedBy: actor.id, proposedByName: actor.name, proposedAt: step.at, expiresAt, decidedBy: null, decidedByName: null, decidedAt: null, remarks: null,
      };
      tx.insert(Intervention, intervention);
      return intervention;
    }),
  );
}

/**
 * The second administrator confirms, and it is done in the same unit of work, or refuses; who proposed it may only withdraw. Throws
 * INTERVENTION_NOT_FOUND, INTERVENTION_NOT_OPEN, INTERVENTION_NEEDS_ANOTHER, INTERVENTION_NOT_YOURS, INTERVENTION_EXPIRED, INTERVENTION_OUTDATED.
 */
export function decideIntervention(context: ServiceContext, actor: Actor, id: string, { how, remarks = '' }: { how: 'confirm' | 'refuse' | 'withdraw'; remarks?: string | undefined }, onceKey?: string): Promise<Intervention> {
  return answerOnce(context, actor, onceKey, ['intervention', id, how, remarks], () =>
    context.database.inTransaction(async (tx) => {
      const known = await tx.findOne(Intervention, 'id = ?', [id]);
      if (!known) throw new DomainError('INTERVENTION_NOT_FOUND', { id });
      const step = new CaseStep(context, tx, actor, await lockCase(tx, known.caseId));
      const intervention = (await tx.lock(Intervention, 'id = ?', [id])) as Intervention;
      requireDecider(actor, intervention, how);
      const status = { confirm: 'done', refuse: 'refused', withdraw: 'withdrawn' }[how];
      const decided = { status, decidedBy: actor.id, decidedByName: actor.name, decidedAt: step.at, remarks };
      const plan = how === 'confirm' ? await confirmed(step, intervention) : undefined;
      tx.update(Intervention, decided, 'id = ?', [id], { rows: 1, lockedHere: true });
      closeMatter(step, id);
      step.note({ confirm: 'interventionConfirmed', refuse: 'interventionRefused', withdraw: 'interventionWithdrawn' }[how], { intervention: id, summary: intervention.summary, proposedBy: intervention.proposedByName, reason: intervention.reason, remarks });
      recordAudit(tx, context, actor, 'interventionDecided', step.caseRecord.number, { intervention: id, how, summary: intervention.summary, proposedBy: intervention.proposedByName, reason: intervention.reason });
      if (plan) await plan.carryOut();
      else step.save();
      return { ...intervention, ...decided };
    }),
  );
}

function requireDecider(actor: Actor, { status, proposedBy, summary }: Intervention, how: 'confirm' | 'refuse' | 'withdraw'): void {
  if (status !== 'proposed') throw new DomainError('INTERVENTION_NOT_OPEN', { status: statusTexts[status] ?? status, summary });
  if (how === 'withdraw' && proposedBy !== actor.id) throw new DomainError('INTERVENTION_NOT_YOURS');
  if (how !== 'withdraw' && proposedBy === actor.id) throw new DomainError('INTERVENTION_NEEDS_ANOTHER');
}

/** Only for the case as it was proposed for, and in time. */
async function confirmed(step: CaseStep, intervention: Intervention): Promise<{ carryOut: () => Promise<void> }> {
  if (step.at > intervention.expiresAt) throw new DomainError('INTERVENTION_EXPIRED', { expiresAt: intervention.expiresAt });
  if (step.caseRecord.version !== intervention.caseVersion) throw new DomainError('INTERVENTION_OUTDATED', { proposedFor: intervention.caseVersion, currentVersion: step.caseRecord.version });
  return planIntervention(step, intervention.request as InterventionRequest);
}

/** A proposal for an earlier standing of the case, or one that nobody confirmed in time, makes room for another. */
async function clearOutdated(tx: Transaction, step: CaseStep): Promise<void> {
  for (const open of await tx.find(Intervention, "caseId = ? AND status = 'proposed'", [step.caseRecord.id])) {
    if (open.caseVersion === step.caseRecord.version && step.at <= open.expiresAt) throw new DomainError('INTERVENTION_PENDING', { summary: open.summary, intervention: open.id });
    tx.update(Intervention, { status: 'lapsed', decidedAt: step.at }, 'id = ?', [open.id], { rows: 1, lockedHere: true });
    closeMatter(step, open.id);
  }
}

const statusTexts: Record<string, string> = { done: '已确认执行', refused: '已拒绝', withdrawn: '已撤回', lapsed: '已失效' };
