import type { ScenarioReport } from '../../../src/workflows/scenario/scenario.js';
import type { Diagram } from './diagram.js';
import { everyOutcome, play, viewOf, worldOf, type Step, type Tasks, type View } from './play.js';

export interface Disagreement {
  readonly step: number;
  readonly theirs: View;
  readonly ours: View;
}

/**
 * Compares what a run of the product showed with the token game, step by step. Where BPMN leaves the order of tokens open, any order will
 * do. Gives the first step on which they differ.
 */
export function firstDisagreement(diagram: Diagram, steps: readonly Step[], tasks: Tasks, report: ScenarioReport): Disagreement | undefined {
  let world = worldOf(diagram);
  for (const [index, step] of steps.entries()) {
    const theirs = viewOfReport(report, index);
    const played = play(diagram, world, step, tasks);
    const ours = viewOf(diagram, played.world, played.accepted);
    if (isSame(theirs, ours)) {
      world = played.world;
      continue;
    }
    const other = played.accepted ? everyOutcome(diagram, world, step, tasks)?.find((candidate) => isSame(theirs, viewOf(diagram, candidate, true))) : undefined;
    if (other === undefined) return { step: index, theirs, ours };
    world = other;
  }
  return undefined;
}

function viewOfReport(report: ScenarioReport, index: number): View {
  const step = report.steps[index];
  if (step === undefined) throw new Error(`The report has no step ${index}`);
  const instances = step.instances.map(({ process, status, open, waitingAt, variables }) => ({ process, status, open: [...open].sort(), waitingAt: [...new Set(waitingAt)].sort(), variables }));
  return { accepted: step.accepted, executed: [...step.executed].sort(), instances };
}

function isSame(left: View, right: View): boolean {
  return left.accepted === right.accepted && canonical(left.executed) === canonical(right.executed) && canonical(shown(left)) === canonical(shown(right));
}

/** Instances in any order; what a cancelled one still knew is nobody's business. */
function shown({ instances }: View): string[] {
  return instances.map((instance) => canonical(instance.status === 'cancelled' ? { ...instance, variables: {} } : instance)).sort();
}

/** JSON with the names of every object in order. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_name, entry: unknown) => (typeof entry === 'object' && entry !== null && !Array.isArray(entry) ? Object.fromEntries(Object.entries(entry).sort(([left], [right]) => (left < right ? -1 : 1))) : entry));
}
