import type { FlowNode, Loop, TimerRule } from '../../bpmn/flow-model.js';

/** `project`: every working day that passes. `statutory`: without special steps (`oa:pause`), which do not count (行政许可法 art. 45). */
export type Account = 'project' | 'statutory';

/** Working days that one execution of a step may take by its own limit. */
export function ownDays(node: FlowNode, account: Account): number {
  if (account === 'statutory' && node.oa.pause !== undefined) return 0;
  return node.oa.limitWorkdays ?? timerDays(node.event?.timer);
}

/**
 * Working days that a timer lasts at most. Calendar days are taken as working days, which is never too few; a timer shorter than a day
 * counts as none, and one that data decides cannot be counted.
 */
export function timerDays(timer: TimerRule | undefined): number {
  if (timer === undefined) return 0;
  if (timer.kind === 'workdays') return wholeDays(timer.value);
  if (timer.kind === 'date') return 0;
  const repeats = timer.kind === 'cycle' ? Number(/^R(\d+)\//.exec(timer.value)?.[1] ?? 1) : 1;
  const [, years, months, weeks, days] = /P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?/.exec(timer.value) ?? [];
  return repeats * (365 * Number(years ?? 0) + 31 * Number(months ?? 0) + 7 * Number(weeks ?? 0) + Number(days ?? 0));
}

function wholeDays(text: string): number {
  const days = Number(text.replace(/^=/, ''));
  return Number.isFinite(days) && days > 0 ? days : 0;
}

/**
 * How often a repeating activity takes its days one after another: parallel instances take them once, sequential ones and loops as often
 * as they are declared to (`undefined` when nothing declares it).
 */
export function repetitions(node: FlowNode): number | undefined {
  const { loop } = node;
  if (loop === undefined) return 1;
  const declared = node.oa.maxRepeats === undefined ? undefined : node.oa.maxRepeats + 1;
  if (loop.kind === 'standard') return loop.maximum ?? declared;
  return loop.sequential ? (literalNumber(loop) ?? declared) : 1;
}

function literalNumber(loop: Extract<Loop, { kind: 'multi' }>): number | undefined {
  return loop.cardinality !== undefined && /^\d+$/.test(loop.cardinality) ? Number(loop.cardinality) : undefined;
}
