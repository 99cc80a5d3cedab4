import { CaseEvent } from '../../entities/index.js';
import type { CaseStep } from './case-step.js';

/** Events of a stage application that count for the clock of each of its items. */
const shared = ['received', 'correctionNoticed', 'corrected', 'accepted'];

/** What has happened to the application so far, as the first events of each item's own record: an item's clock is derived from its record alone. */
export async function itemClockEvents(stage: CaseStep): Promise<{ type: string; on: string; data: Record<string, unknown> }[]> {
  const events = await stage.tx.find(CaseEvent, 'caseId = ? ORDER BY seq', [stage.caseRecord.id]);
  return events.filter((event) => shared.includes(event.type)).map((event) => ({ type: event.type, on: event.onDate, data: { ...clockData(event), stageEvent: event.seq } }));
}

/** What the item's clock has to know of the stage's event beside its day. */
function clockData({ data }: CaseEvent): Record<string, unknown> {
  const { deemed, windowWorkdays, correction, again } = data as Record<string, unknown>;
  return Object.fromEntries(Object.entries({ deemed, windowWorkdays, correction, again }).filter(([, value]) => value !== undefined));
}
