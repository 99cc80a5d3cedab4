import type { FlowNode, FlowProcess, FlowScope } from '../../bpmn/flow-model.js';
import { buildNet, playsInNet, type NetQuestion } from './build-net.js';
import { isCutByMoreThanTermination, withExcuses, type ExcuseContext, type FoundTrouble } from './excuses.js';
import { exploreNet, type Exploration, type SearchLimits } from './explore-net.js';
import { mainQuestion } from './main-question.js';
import { mayOvertake } from './overtaking.js';
import { reduceNet } from './reduce-net.js';
import { boundaryFor, handlerFor, handlerStart, type ExitsOf, type ScopeExits } from './scope-exits.js';

export interface ScopeProof {
  readonly scope: string;
  readonly troubles: FoundTrouble[];
  readonly reached: ReadonlySet<string>;
  /** Elements that no run reaches. */
  readonly dead: string[];
  readonly complete: boolean;
  readonly states: number;
  readonly exits: ScopeExits;
}

export interface ProofContext extends ExcuseContext {
  readonly exitsOf: ExitsOf;
}

/** Proves one scope alone; what it holds is known by its exits (soundness composes). */
export function proveScope(process: FlowProcess, scope: FlowScope, { model, exitsOf, limits }: ProofContext): ScopeProof {
  const { question, alone } = mainQuestion(process, scope, exitsOf);
  const questions = [question, ...alone.map((id) => ({ ...question, roots: [id], together: false }))];
  const runs = questions.map((one) => explore(one, limits));
  const [main] = runs;
  const strict = questions.map((one, index) => exploreInOrder(one, limits) ?? runs[index]);
  const troubles = runs.map((run, index) => (run === undefined ? [] : withExcuses(run, questions[index] as NetQuestion, { model, limits })));
  const reached = reachedInAll(process, strict, alone);
  return {
    scope: scope.id,
    troubles: distinct(troubles.flat()),
    reached,
    dead: deadElements(process, scope, reached, exitsOf),
    complete: runs.every((run) => run?.complete ?? true),
    states: runs.reduce((sum, run) => sum + (run?.states ?? 0), 0),
    exits: exitsOfScope(process, scope, { reached, main, strict: strict[0], isFaulty: troubles.flat().some(({ excuse }) => excuse !== 'interrupted'), exitsOf }),
  };
}

function explore(question: NetQuestion, limits: SearchLimits): Exploration | undefined {
  return question.roots.length === 0 ? undefined : exploreNet(reduceNet(buildNet(question)), limits);
}

/** Steps keep their order in this run, which reduces little; beyond this bound everything counts as reached that the free game reaches. */
const enoughMarkings = 5_000;

/**
 * What is reached where something ends the scope at once: automatic steps run to their end before anybody acts, so what an error or
 * escalation always overtakes is never reached; what only a terminate or cancel end cuts off counts as reached.
 */
function exploreInOrder(question: NetQuestion, limits: SearchLimits): Exploration | undefined {
  if (question.roots.length === 0 || !isCutByMoreThanTermination(question)) return undefined;
  const mild = { ...question, mildEnds: true };
  const inOrder = mayOvertake(mild);
  const run = exploreNet(reduceNet(buildNet({ ...mild, keepsOrder: inOrder })), { ...limits, maxStates: Math.min(enoughMarkings, limits.maxStates) }, { automaticFirst: inOrder });
  return run.complete ? run : undefined;
}

/** A side path is reached when its activity is; side paths may hang on one another. */
function reachedInAll(process: FlowProcess, runs: readonly (Exploration | undefined)[], alone: readonly string[]): Set<string> {
  const reached = new Set(runs[0]?.reached);
  const waiting = new Map(alone.map((id, index) => [id, runs[index + 1]]));
  for (let grown = true; grown; ) {
    grown = false;
    for (const [id, run] of waiting) {
      if (!reached.has(process.nodes[id]?.attachedTo ?? '')) continue;
      waiting.delete(id);
      grown = true;
      for (const element of run?.reached ?? []) reached.add(element);
    }
  }
  return reached;
}

function deadElements(process: FlowProcess, scope: FlowScope, reached: ReadonlySet<string>, exitsOf: ExitsOf): string[] {
  return scope.nodes.filter((id) => {
    const node = process.nodes[id];
    if (node === undefined) return false;
    if (node.kind === 'eventSubProcess') return !canBeCaught(process, scope, node, exitsOf);
    return playsInNet(node) && !reached.has(id);
  });
}

/** Whether an event sub-process can ever be triggered. */
function canBeCaught(process: FlowProcess, scope: FlowScope, handler: FlowNode, exitsOf: ExitsOf): boolean {
  const start = handlerStart(process, handler.id);
  const kind = start?.event?.kind;
  if (kind !== 'error' && kind !== 'escalation') return true;
  const thrown = thrownInto(process, scope, exitsOf);
  if (kind === 'error' && thrown.anyError) return true;
  return [...(kind === 'error' ? thrown.errors : thrown.escalations)].some((code) => handlerFor(process, scope, kind, code)?.id === handler.id);
}

interface Thrown {
  readonly errors: Set<string>;
  readonly escalations: Set<string>;
  anyError: boolean;
}

/** Errors and escalations that come up in the scope and are not caught on an activity. */
function thrownInto(process: FlowProcess, scope: FlowScope, exitsOf: ExitsOf): Thrown {
  const thrown: Thrown = { errors: new Set(), escalations: new Set(), anyError: false };
  for (const id of scope.nodes) {
    const node = process.nodes[id];
    if (node === undefined) continue;
    const code = node.event?.code ?? '';
    if (node.kind === 'endEvent' && node.event?.kind === 'error') thrown.errors.add(code);
    if ((node.kind === 'endEvent' || node.kind === 'throwEvent') && node.event?.kind === 'escalation') thrown.escalations.add(code);
    const exits = exitsOf(node);
    if (/Task$|^task$/.test(node.kind)) thrown.anyError = true;
    if (exits === undefined) continue;
    if (exits.anyError) thrown.anyError = true;
    for (const error of exits.errors) if (boundaryFor(process, node, 'error', error) === undefined) thrown.errors.add(error);
    for (const escalation of exits.escalations) if (boundaryFor(process, node, 'escalation', escalation) === undefined) thrown.escalations.add(escalation);
  }
  return thrown;
}

function exitsOfScope(process: FlowProcess, scope: FlowScope, found: { reached: ReadonlySet<string>; main: Exploration | undefined; strict: Exploration | undefined; isFaulty: boolean; exitsOf: ExitsOf }): ScopeExits {
  const { reached, main, strict, exitsOf } = found;
  const thrown = thrownInto(process, scope, exitsOf);
  const errors = new Set([...thrown.errors].filter((code) => handlerFor(process, scope, 'error', code) === undefined));
  const escalations = new Set([...thrown.escalations].filter((code) => handlerFor(process, scope, 'escalation', code) === undefined));
  let { anyError } = thrown;
  let normal = main === undefined || endsByItself(process, scope, reached, main) || strict?.endsOrdinarily === true;
  for (const id of scope.eventSubProcesses) {
    const handler = process.nodes[id];
    const exits = handler && exitsOf(handler);
    if (handler === undefined || exits === undefined || !canBeCaught(process, scope, handler, exitsOf)) continue;
    const start = handlerStart(process, id);
    if (start?.event?.kind === 'error' && start.event.code === undefined) anyError = false;
    if (start?.interrupting !== false && exits.normal) normal = true;
    for (const code of exits.errors) errors.add(code);
    for (const code of exits.escalations) escalations.add(code);
  }
  const cancel = scope.nodes.some((id) => process.nodes[id]?.kind === 'endEvent' && process.nodes[id]?.event?.kind === 'cancel' && reached.has(id));
  return { normal, isFaulty: found.isFaulty || main?.complete === false, errors, anyError, escalations, cancel };
}

/** An ordinary end: the last token comes to an end event, or a terminate end is reached. */
function endsByItself(process: FlowProcess, scope: FlowScope, reached: ReadonlySet<string>, main: Exploration): boolean {
  const isTerminated = scope.nodes.some((id) => process.nodes[id]?.event?.kind === 'terminate' && reached.has(id));
  return isTerminated || main.endsOrdinarily;
}

function distinct(troubles: readonly FoundTrouble[]): FoundTrouble[] {
  return troubles.filter((trouble, index) => troubles.findIndex((other) => other.kind === trouble.kind && other.elements.join() === trouble.elements.join()) === index);
}
