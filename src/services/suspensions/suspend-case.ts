import { Case } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { validateStepForm } from '../../forms/form-registry.js';
import { suspensionGrounds, type SuspensionGround } from '../../forms/steps/suspension.js';
import { CaseStep } from '../cases/case-step.js';
import { isRunningItem } from '../cases/handler-of-item.js';
import { notifyApplicant } from '../cases/notify.js';
import { openMatter } from '../cases/open-matters.js';
import { issueDocument } from '../documents/issue-document.js';
import { pauseRulesOf } from '../pauses/pause-rules.js';
import { beginPause } from '../pauses/start-pause.js';
import { directs, refuseSuspended, suspensionOf } from './suspended.js';

/**
 * 中止办理 of an item, or of a stage with all of its items that are not decided: nothing is done in it until it is resumed, by people,
 * by messages and signals or by automatic tasks; its timers and desk dates stand still. The statutory clock is another matter: the law
 * takes out the procedures of 行政许可法 art. 45 and what the special act of the item names, so the clock stops for a dispute where the
 * item's own list has it, and runs on for every other ground; the notice says which. Throws NOT_YOURS, CASE_SUSPENDED, ACTION_NOT_AVAILABLE.
 */
export async function suspendCase(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  const { caseRecord, tx, actor, context } = step;
  if (!directs(actor, caseRecord)) throw new DomainError('NOT_YOURS');
  refuseSuspended(caseRecord);
  if (!isSuspendable(caseRecord)) throw new DomainError('ACTION_NOT_AVAILABLE', { action: '中止办理', available: [] });
  const { ground, reason, expectedWorkdays } = validateStepForm('suspension', form) as { ground: SuspensionGround; reason: string; expectedWorkdays?: number };
  const pause = stopsClock(step, ground) ? await beginPause(step, { kind: 'dispute', neededWorkdays: expectedWorkdays ?? 30, reason, contact: actor.name }) : undefined;
  const document = await issueDocument(step, 'suspension-notice', { suspension: { ground: suspensionGrounds[ground].zh, reason, clockStops: pause !== undefined } });
  await suspend(step, { ground, reason, document, ...(pause !== undefined && { pause }) });
  if (caseRecord.kind === 'stage') {
    for (const item of await tx.find(Case, 'parentId = ? ORDER BY number', [caseRecord.id])) {
      if (!isSuspendable(item) || suspensionOf(item)) continue;
      const locked = (await tx.lock(Case, 'id = ?', [item.id])) as Case;
      await suspend(new CaseStep(context, tx, actor, locked), { ground, reason, withStage: true });
    }
  }
  notifyApplicant(step, `“${caseRecord.title}”自 ${step.today} 起中止办理：${reason}。${pause === undefined ? '法定办理时限不因此停止计算。' : '争议处理期间不计入法定办理时限。'}`);
}

export const isSuspendable = (caseRecord: Case): boolean => (caseRecord.kind === 'stage' ? caseRecord.status === 'accepted' : isRunningItem(caseRecord));

async function suspend(step: CaseStep, { ground, reason, document, pause, withStage }: { ground: SuspensionGround; reason: string; document?: string; pause?: string; withStage?: true }): Promise<void> {
  openMatter(step, { kind: 'suspension', id: 'suspension', label: `中止办理：${suspensionGrounds[ground].zh}`, state: step.at, key: withStage ? 'stage' : ground, ...(pause !== undefined && { pause }) });
  step.note('suspended', { ground, groundText: suspensionGrounds[ground].zh, reason, clockStops: pause !== undefined, ...(document && { document }), ...(withStage && { withStage }) });
  step.save();
}

function stopsClock({ caseRecord, context }: CaseStep, ground: SuspensionGround): boolean {
  if (ground !== 'dispute' || caseRecord.itemCode === null) return false;
  return pauseRulesOf(context.items.get(caseRecord.itemCode, caseRecord.itemListVersion)).some(({ kind }) => kind === 'dispute');
}
