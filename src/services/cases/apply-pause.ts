import { Case, Pause, Review } from '../../entities/index.js';
import { articles } from '../../calendar/articles.js';
import { isPauseKind, pauseKinds } from '../../calendar/item-clock/pause-kinds.js';
import type { Effect } from '../../workflows/machine/effects.js';
import { reviewWorkdays } from '../documents/records/review-commission.js';
import { refreshDue } from './refresh-due.js';
import { CaseStep } from './case-step.js';

type PauseEffect = Extract<Effect, { type: 'startPause' | 'endPause' }>;

/** Working days of a pause that the flow opens without a commission that names its time. */
const UNTOLD_WORKDAYS = 5;

/**
 * Stops or resumes the statutory clocks of the items that a special procedure 特殊环节 of the flow concerns (行政许可法 art. 45): for a
 * commissioned review those that the review serves. It is an event in each item's record and a line of the ledger; the clock is derived
 * from the record. The needed time was told in writing by the commission that was issued with the step before; when it has run out the
 * clocks go on by themselves.
 */
export async function applyPause(step: CaseStep, effect: PauseEffect): Promise<void> {
  const { caseRecord, tx, actor, context } = step;
  const review = await tx.findOne(Review, 'caseId = ? ORDER BY commissionedOn DESC, id DESC', [caseRecord.parentId ?? caseRecord.id]);
  if (caseRecord.kind === 'item') return noteIn(step, effect, review);
  const concerned = new Set((review?.items ?? []) as string[]);
  for (const item of await tx.find(Case, 'parentId = ? ORDER BY number', [caseRecord.id])) {
    if (!concerned.has(item.itemCode ?? '') || item.decidedOn !== null || item.closedAt !== null) continue;
    const locked = await tx.lock(Case, 'id = ?', [item.id]);
    if (!locked) continue;
    const itemStep = new CaseStep(context, tx, actor, locked);
    await noteIn(itemStep, effect, review);
    itemStep.save();
  }
}

async function noteIn(step: CaseStep, effect: PauseEffect, review: Review | undefined): Promise<void> {
  if (effect.type === 'startPause') return open(step, effect.key, effect.pause, review);
  const [pause] = await step.tx.find(Pause, 'caseId = ? AND pauseKey = ?', [step.caseRecord.id, effect.key]);
  if (pause?.status === 'expired') return;
  if (pause) step.tx.update(Pause, { status: 'closed', endedOn: step.today }, 'id = ?', [pause.id], { rows: 1, lockedHere: true });
  step.note('pauseEnded', { pause: effect.key });
  await refreshDue(step);
}

async function open(step: CaseStep, key: string, kind: string, review: Review | undefined): Promise<void> {
  const { caseRecord, context, tx, actor } = step;
  const neededWorkdays = review ? reviewWorkdays(step, review) : UNTOLD_WORKDAYS;
  const earlier = await tx.count(Pause, 'caseId = ?', [caseRecord.id]);
  tx.insert(Pause, {
    id: context.newId(),
    caseId: caseRecord.id,
    pauseKey: key,
    kind,
    article: articles.excluded,
    reason: review?.scope ?? (isPauseKind(kind) ? pauseKinds[kind].zh : kind),
    contact: actor.name,
    departmentId: caseRecord.departmentId,
    startedOn: step.today,
    neededWorkdays,
    capOn: context.calendars.dueOn(step.today, neededWorkdays),
    nth: earlier + 1,
    openedBy: actor.id,
    openedByName: actor.name,
    status: 'open',
  });
  step.note('pauseStarted', { pause: key, kind, noticedInWriting: true, capWorkdays: neededWorkdays });
  await refreshDue(step);
}
