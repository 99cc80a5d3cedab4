import { CaseEvent } from '../../entities/index.js';
import { itemClock } from '../../calendar/index.js';
import { clockInput } from './case-clock.js';
import type { CaseStep } from './case-step.js';

/** After an event that moves an item's dates, sets the promised date that lists show: none while a pause is open. The clock itself is always derived. */
export async function refreshDue(step: CaseStep): Promise<void> {
  const { tx, caseRecord, context } = step;
  const events = await tx.find(CaseEvent, 'caseId = ? ORDER BY seq', [caseRecord.id]);
  const clock = itemClock(clockInput(context, caseRecord, events), context.calendars.current(), { explain: false });
  step.set({ dueOn: clock.promised?.due ?? null });
}
