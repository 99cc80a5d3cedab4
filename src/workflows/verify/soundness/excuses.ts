import type { FlowModel, FlowNode, FlowProcess, FlowScope } from '../../bpmn/flow-model.js';
import { dataRulesOf } from '../conditions/data-rules.js';
import { buildNet, waitsForSomebody, type NetQuestion } from './build-net.js';
import { exploreNet, type Exploration, type SearchLimits, type Trouble } from './explore-net.js';
import { reduceNet } from './reduce-net.js';
import { canTrigger, handlerStart, type ExitsOf } from './scope-exits.js';

/**
 * Why trouble of the free game does not count: the conditions of the diagram never let it happen, or an event from outside (or, of a task that
 * goes round, a failure that is caught) can always end the scope in which a case would hang.
 */
export type Excuse = 'conditions' | 'interrupted';

export type FoundTrouble = Trouble & { readonly excuse?: Excuse };

/** Whether a trouble counts: it has no excuse, and nobody meant it. */
export function isReal({ kind, excuse }: FoundTrouble): boolean {
  return excuse === undefined && kind !== 'meant-second-token';
}

export interface ExcuseContext {
  readonly model: FlowModel;
  readonly limits: SearchLimits;
}

/** Looks again at the troubles of the free game, in which everything may happen in any order, and leaves out what cannot happen. */
export function withExcuses(run: Exploration, question: NetQuestion, { model, limits }: ExcuseContext): FoundTrouble[] {
  if (run.troubles.length === 0) return [];
  const { process, scope } = question;
  const playInOrder = (): Exploration => exploreNet(reduceNet(buildNet({ ...question, keepsOrder: true })), limits, { automaticFirst: true });
  const inOrder = canBeCutOff(question) ? playInOrder() : undefined;
  const real = inOrder?.complete === true ? inOrder.troubles : run.troubles;
  const rules = real.length === 0 ? undefined : dataRulesOf(process, scope, model);
  const given = rules && exploreNet(reduceNet(buildNet({ ...question, speaking: rules.speaking, keepsOrder: inOrder !== undefined })), limits, { rules, automaticFirst: inOrder !== undefined });
  const isInterruptible = canBeInterrupted(process, scope, (event, activity) => endsFromOutside(event, activity && question.exitsOf(activity)));
  const restless = isInterruptible && real.some(({ kind }) => kind === 'livelock') && goesRoundWithoutRest(inOrder ?? playInOrder(), process);
  const failureEnds = canBeInterrupted(process, scope, (event) => event?.event?.kind === 'error');
  return real.map((trouble) => {
    if (excludes(given, trouble)) return { ...trouble, excuse: 'conditions' as const };
    const hangs = trouble.kind === 'deadlock' || trouble.kind === 'livelock';
    const mayFail = failureEnds && trouble.kind === 'livelock' && trouble.elements.some((id) => canFail(process.nodes[id], question.exitsOf));
    const mayEnd = isInterruptible && !(restless && trouble.kind === 'livelock');
    return hangs && (mayEnd || mayFail) ? { ...trouble, excuse: 'interrupted' as const } : trouble;
  });
}

/** Automatic steps that go round among themselves leave no moment at which an event from outside could come. */
function goesRoundWithoutRest({ troubles }: Exploration, process: FlowProcess): boolean {
  return troubles.some(({ kind, elements }) => kind === 'livelock' && !elements.some((id) => waitsForSomebody(process.nodes[id] as FlowNode, process)));
}

function excludes(run: Exploration | undefined, trouble: Trouble): boolean {
  return run !== undefined && run.complete && !run.troubles.some(({ kind }) => kind === trouble.kind);
}

/** Automatic steps run to their end between two acts of people, which matters only where one of them may end everything else. */
function canBeCutOff(question: NetQuestion): boolean {
  const { process, scope } = question;
  return scope.nodes.some((id) => process.nodes[id]?.event?.kind === 'terminate') || isCutByMoreThanTermination(question);
}

/** Whether an error, escalation or cancel may end the scope before its other tokens have come to their end. */
export function isCutByMoreThanTermination({ process, scope, exitsOf }: NetQuestion): boolean {
  return scope.nodes.some((id) => {
    const node = process.nodes[id];
    if (node === undefined) return false;
    if (node.kind === 'endEvent' || node.kind === 'throwEvent') return ['error', 'cancel', 'escalation'].includes(node.event?.kind ?? 'none');
    const exits = exitsOf(node);
    return exits !== undefined && exits.errors.size + exits.escalations.size > 0;
  });
}

/** Any task may fail with an error that is caught around it. */
function canFail(node: FlowNode | undefined, exitsOf: ExitsOf): boolean {
  return node !== undefined && (/Task$|^task$/.test(node.kind) || exitsOf(node)?.anyError === true);
}

/** Whether an event that can always come ends the scope whatever happens in it: on it, in it, or around it. */
function canBeInterrupted(process: FlowProcess, scope: FlowScope, ends: (event: FlowNode | undefined, activity: FlowNode | undefined) => boolean): boolean {
  if (scope.eventSubProcesses.some((id) => ends(handlerStart(process, id), undefined))) return true;
  const activity = process.nodes[scope.id];
  if (activity === undefined) return false;
  if (activity.boundary.some((id) => ends(process.nodes[id], activity))) return true;
  const around = process.scopes[scope.parent ?? ''];
  if (around === undefined) return false;
  const hasTakenOver = scope.kind === 'eventSubProcess' && handlerStart(process, scope.id)?.interrupting !== false;
  return canBeInterrupted(process, hasTakenOver ? { ...around, eventSubProcesses: [] } : around, ends);
}

function endsFromOutside(event: FlowNode | undefined, exits: ReturnType<ExitsOf>): boolean {
  return event?.interrupting === true && ['message', 'timer', 'signal', 'conditional'].includes(event.event?.kind ?? '') && canTrigger(event, exits);
}
