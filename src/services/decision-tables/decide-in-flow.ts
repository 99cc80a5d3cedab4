import { decideTask } from '../../workflows/dmn/decide-task.js';
import type { Decision } from '../../workflows/dmn/decision.js';
import type { LoadedFlow } from '../../workflows/machine/load-flow.js';
import type { HostTask, StepOptions } from '../../workflows/machine/run.js';
import type { CaseStep } from '../cases/case-step.js';

/** Tasks that the office carries out within the step itself: decisions by table, and sending where only a message is sent. */
export async function hostOptions(step: CaseStep, flow: LoadedFlow): Promise<StepOptions> {
  const wanted = automaticSteps(flow);
  if (!wanted.any) return noOptions;
  const tables = new Map<string, Decision>();
  for (const key of wanted.decisions) {
    const found = await step.context.decisions.findPinned(key, step.caseRecord.pinnedFlows as Record<string, string>);
    if (found) tables.set(key, found);
  }
  return { perform: (task) => (task.kind === 'businessRule' ? decideAndNote(step, task, tables) : task.kind === 'send' && task.handler === undefined ? {} : undefined) };
}

const noOptions: StepOptions = {};
const known = new WeakMap<LoadedFlow, { any: boolean; decisions: string[] }>();

function automaticSteps(flow: LoadedFlow): { any: boolean; decisions: string[] } {
  const remembered = known.get(flow);
  if (remembered) return remembered;
  const nodes = Object.values(flow.graph.nodes);
  const found = {
    any: nodes.some(({ kind }) => kind === 'businessRuleTask' || kind === 'sendTask'),
    decisions: [...new Set(nodes.flatMap(({ oa }) => oa.decision ?? []))],
  };
  known.set(flow, found);
  return found;
}

/** The rules that applied are the grounds of the decision, so the record names them. */
function decideAndNote(step: CaseStep, { step: element, decision: key = '', variables }: HostTask, tables: ReadonlyMap<string, Decision>): ReturnType<NonNullable<StepOptions['perform']>> {
  const made = decideTask(key, tables.get(key), variables);
  if ('incident' in made) return made;
  step.note('ruleDecided', { decision: tables.get(key)?.name || key, rules: made.rules, results: made.variables }, { step: element });
  return { variables: made.variables };
}
