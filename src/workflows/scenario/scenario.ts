import type { Variables } from '../machine/input.js';

/** What is to be played: how automatic tasks behave, and what happens one after another. */
export interface Scenario {
  readonly tasks?: Readonly<Record<string, TaskBehaviour>>;
  readonly steps: readonly ScenarioStep[];
}

/** An automatic task fails with a BPMN error, or succeeds and assigns; texts that begin with `=` are FEEL. */
export interface TaskBehaviour {
  readonly error?: string;
  readonly result?: Variables;
}

export interface ScenarioStep {
  readonly start?: string;
  readonly complete?: string;
  readonly message?: string;
  readonly signal?: string;
  readonly advance?: string;
  readonly setVariables?: Variables;
  readonly bpmnError?: string;
  readonly at?: string;
  readonly completeAllOpen?: boolean;
  readonly nth?: number;
  readonly outcome?: string;
  readonly variables?: Variables;
}

export interface ScenarioReport {
  readonly steps: readonly StepReport[];
}

export interface StepReport {
  readonly step: number;
  readonly accepted: boolean;
  readonly reason?: string;
  readonly executed: readonly string[];
  readonly instances: readonly InstanceReport[];
}

export interface InstanceReport {
  readonly id: string;
  readonly process: string;
  readonly parent?: string;
  readonly status: string;
  readonly incident?: { readonly reason: string; readonly element: string };
  readonly error?: string;
  readonly open: readonly string[];
  readonly waitingAt: readonly string[];
  readonly variables: Variables;
  /** Who is asked for each open step that has rules: the rules in order, then its queue. Absent where no open step has any. */
  readonly assignees?: Readonly<Record<string, readonly string[]>>;
}

const verbs = ['start', 'complete', 'message', 'signal', 'advance', 'setVariables', 'bpmnError', 'completeAllOpen'] as const;

/** Checks that data is a scenario; the answer is a sentence that says what is wrong, or nothing. */
export function faultOfScenario(data: unknown): string | undefined {
  if (!isRecord(data)) return 'the scenario is no JSON object';
  if (data['tasks'] !== undefined && !(isRecord(data['tasks']) && Object.values(data['tasks']).every(isRecord))) return '"tasks" is no object of objects';
  if (!Array.isArray(data['steps'])) return '"steps" is no list';
  for (const [index, step] of data['steps'].entries()) {
    if (!isRecord(step)) return `step ${index} is no object`;
    const used = verbs.filter((verb) => step[verb] !== undefined);
    if (used.length !== 1) return `step ${index} must have exactly one of ${verbs.join(', ')}`;
    const [verb] = used;
    if (verb !== 'setVariables' && verb !== 'completeAllOpen' && typeof step[verb ?? ''] !== 'string') return `"${verb}" of step ${index} is no text`;
    if (verb === 'setVariables' && !isRecord(step['setVariables'])) return `"setVariables" of step ${index} is no object`;
    if (verb === 'bpmnError' && typeof step['at'] !== 'string') return `"at" of step ${index} is no text`;
    if (step['variables'] !== undefined && !isRecord(step['variables'])) return `"variables" of step ${index} is no object`;
    if (step['nth'] !== undefined && !(Number.isInteger(step['nth']) && Number(step['nth']) >= 0)) return `"nth" of step ${index} is no number`;
  }
  return undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
