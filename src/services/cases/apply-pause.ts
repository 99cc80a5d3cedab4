import { Case, Review } from '../../entities/index.js';
import type { Effect } from '../../workflows/machine/effects.js';
import { CaseStep } from './case-step.js';

type Pause = Extract<Effect, { type: 'startPause' | 'endPause' }>;

/**
 * Stops or resumes the statutory clocks of the items that a special procedure 特殊环节 concerns (行政许可法 art. 45): for a commissioned
 * review those that the review serves. It is an event in each item's record; the clock is derived from there. The needed time was told
 * in writing by the commission that was issued with the step before.
 */
export async function applyPause(step: CaseStep, effect: Pause): Promise<void> {
  const { caseRecord, tx, actor, context } = step;
  if (caseRecord.kind === 'item') return noteIn(step, effect);
  const review = await tx.findOne(Review, 'caseId = ? ORDER BY commissionedOn DESC', [caseRecord.id]);
  const concerned = new Set((review?.items ?? []) as string[]);
  for (const item of await tx.find(Case, 'parentId = ? ORDER BY number', [caseRecord.id])) {
    if (!concerned.has(item.itemCode ?? '') || item.decidedOn !== null) continue;
    const locked = await tx.lock(Case, 'id = ?', [item.id]);
    if (!locked) continue;
    const itemStep = new CaseStep(context, tx, actor, locked);
    noteIn(itemStep, effect);
    itemStep.save();
  }
}

function noteIn(step: CaseStep, effect: Pause): void {
  if (effect.type === 'startPause') step.note('pauseStarted', { pause: effect.key, kind: effect.pause, noticedInWriting: true });
  else step.note('pauseEnded', { pause: effect.key });
}
