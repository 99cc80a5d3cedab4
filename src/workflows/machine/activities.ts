import type { EventDefinition, FlowNode, StepData, TaskKind } from '../bpmn/flow-model.js';
import { evaluateFeel, resolveText } from '../feel/evaluate-feel.js';
import { splitSigners } from '../signing/signer.js';
import type { Assignment, SigningCall } from './effects.js';
import { throwMessage } from './events.js';
import { throwErrorAt } from './failures.js';
import type { Act, BackTo, Undoable } from './flow-state.js';
import type { Variables } from './input.js';
import { beginScope, jumpToken, moveToken } from './move-token.js';
import { beginRepeat, repetitionDone } from './repetition.js';
import { resolveAssignment } from './resolve-assignment.js';
import { assignVariables, closeWork, endSubscriptions, hasWorkItem, nextKey, nodeOf, visible, type HostTask, type Run } from './run.js';
import { subscribe, watchBoundaries } from './subscriptions.js';
import { undoNext } from './undo.js';

/** A token has come to an activity (or an undo runs it as a handler). */
export function beginActivity(run: Run, node: FlowNode, place: { scope: string; owner?: string; locals?: Variables; backTo?: readonly BackTo[]; person?: string }): void {
  const key = nextKey(run, node.id);
  if (node.loop !== undefined) {
    const { person: _one, ...rest } = place;
    return beginRepeat(run, node, { key, ...rest });
  }
  beginInstance(run, node, { key, ...place });
}

/** Begins an activity, or one repetition of it. */
export function beginInstance(run: Run, node: FlowNode, place: { key: string; scope: string; owner?: string; index?: number; locals?: Variables; backTo?: readonly BackTo[]; person?: string }): void {
  const { key, person, ...rest } = place;
  const isRepetition = place.index !== undefined;
  const start = (kind: Act['kind']): Act => {
    const act: Act = { kind, node: node.id, ...rest };
    run.draft.acts[key] = act;
    // The boundary events of a repeated activity guard all of it; `beginRepeat` watches for them.
    if (!isRepetition) watchBoundaries(run, node, { act: key, scope: place.scope });
    return act;
  };
  switch (node.kind) {
    case 'userTask':
    case 'manualTask':
    case 'receiveTask':
      return openWork(run, node, { key, act: start('work'), ...(person !== undefined && { person }) });
    case 'callActivity':
      return callOut(run, node, key, start('call'));
    case 'subProcess':
    case 'transaction': {
      start('scope');
      return beginSubProcess(run, node, key);
    }
    case 'serviceTask':
    case 'sendTask':
    case 'scriptTask':
    case 'businessRuleTask':
      return runTask(run, node, key, start('host'));
    default:
      start('host');
      return finishInstance(run, key);
  }
}

/** An activity, or one repetition of it, is done. */
export function finishInstance(run: Run, key: string, result: { variables?: Variables; outcome?: string; log?: readonly Undoable[] } = {}): void {
  const act = run.draft.acts[key];
  if (act === undefined) return;
  const node = nodeOf(run, act.node);
  assignVariables(run, result.variables);
  if (result.outcome !== undefined) assignVariables(run, { outcome: result.outcome, [`${node.id}Outcome`]: result.outcome });
  delete run.draft.acts[key];
  endSubscriptions(run, (subscription) => subscription.act === key && subscription.use === 'catch');
  run.executed.push(node.id);
  if (act.kind === 'work') closeWork(run, key, act, { reason: 'completed', ...(result.outcome !== undefined && { outcome: result.outcome }) });
  for (const document of node.oa.documents ?? []) run.effects.push({ type: 'issueDocument', document, step: node.id, key });
  const owner = act.owner === undefined ? undefined : run.draft.acts[act.owner];
  if (act.owner !== undefined && owner?.kind === 'repeat') return repetitionDone(run, act.owner, act, result.log ?? []);
  finishActivity(run, key, act, result.log ?? []);
}

/** All of an activity is done: its token goes on. */
export function finishActivity(run: Run, key: string, act: Act, inner: readonly Undoable[] = []): void {
  const node = nodeOf(run, act.node);
  delete run.draft.acts[key];
  endSubscriptions(run, (subscription) => subscription.act === key);
  if (act.owner !== undefined && run.draft.acts[act.owner]?.kind === 'undo') return undoNext(run, act.owner);
  remember(run, node, act, inner);
  if (act.backTo !== undefined && comeBack(run, act.scope, act.node, act.backTo)) return;
  moveToken(run, act.scope, { type: 'leave', node: node.id });
}

/** What was sent back is done: the step that sent it goes on where it stopped. */
function comeBack(run: Run, scope: string, from: string, backTo: readonly BackTo[]): boolean {
  const last = backTo.at(-1);
  if (last === undefined) return false;
  const earlier = backTo.slice(0, -1);
  const { node: to, person } = last;
  return jumpToken(run, scope, { from, to, begin: (node) => beginActivity(run, node, { scope, ...(earlier.length > 0 && { backTo: earlier }), ...(person !== undefined && { person }) }) });
}

/** Keeps what can be undone later: the activity itself when it has a handler, else what is undoable inside it. */
export function remember(run: Run, node: FlowNode, act: Act, inner: readonly Undoable[]): void {
  const handler = node.boundary.map((id) => nodeOf(run, id)).find(({ event }) => event?.kind === 'compensation')?.compensationHandler;
  if (handler === undefined && inner.length === 0) return;
  const scope = run.draft.scopes[act.scope];
  if (scope === undefined) return;
  const locals = visibleLocals(run, act);
  const entry: Undoable = { node: node.id, ...(handler === undefined ? { inner } : { handler }), ...(locals && { locals }) };
  run.draft.scopes[act.scope] = { ...scope, log: [...(scope.log ?? []), entry] };
}

function visibleLocals(run: Run, act: Act): Variables | undefined {
  const around = run.draft.acts[run.draft.scopes[act.scope]?.act ?? ''];
  const locals = { ...around?.locals, ...act.locals };
  return Object.keys(locals).length === 0 ? undefined : locals;
}

function beginSubProcess(run: Run, node: FlowNode, key: string): void {
  const first = run.flow.graph.nodes[run.flow.graph.scopes[node.id]?.starts[0] ?? ''];
  beginScope(run, key, { scope: node.id, act: key, ...(first?.kind === 'startEvent' && { start: first.id }) });
}

/** Asks the host for the work item of a task that begins. */
export function openWork(run: Run, node: FlowNode, { key, act, person }: { key: string; act: Act; person?: string }): void {
  const variables = visible(run, act.scope, act);
  if (hasWorkItem(node)) {
    const { limitWorkdays, form, act: legalAct } = node.oa;
    run.effects.push({
      type: 'openWorkItem',
      key,
      step: node.id,
      name: node.name === '' ? node.id : node.name,
      assignment: { ...assignmentOf(node, variables), ...(person !== undefined && { person }) },
      ...(limitWorkdays !== undefined && { limitWorkdays }),
      ...(form !== undefined && { form }),
      ...(legalAct !== undefined && { act: legalAct }),
      ...(node.oa.signing !== undefined && { signing: signingOf(node.oa, variables) }),
      ...(act.locals && { loop: act.locals }),
    });
  }
  if (node.oa.pause !== undefined) run.effects.push({ type: 'startPause', pause: node.oa.pause, step: node.id, key });
  if (node.kind === 'receiveTask' && node.event !== undefined) subscribe(run, { key, node, event: node.event, scope: act.scope, act: key, use: 'catch' });
}

/** Asks the host to run the called flow. */
export function callOut(run: Run, node: FlowNode, key: string, act: Act): void {
  run.effects.push({ type: 'callFlow', key, step: node.id, flow: calledFlow(run, node, act), variables: passedOn(run, act), ...(act.locals && { loop: act.locals }) });
}

/** Who is to do the step: the department may be an expression over the variables of the repetition. */
export function assignmentOf(node: FlowNode, variables: Variables): Assignment {
  const department = node.oa.department === undefined ? undefined : resolveText(node.oa.department, variables);
  return { ...(node.oa.role !== undefined && { role: node.oa.role }), ...(typeof department === 'string' && { department }), ...(node.oa.assignment !== undefined && { rules: resolveAssignment(node.oa.assignment, variables) }) };
}

/** How the step is signed; a list that is an expression is looked up in the variables of the repetition. */
function signingOf({ signing, signingRatio, signingBase, signingQuorum, signers }: StepData, variables: Variables): SigningCall {
  const named = signers === undefined ? undefined : resolveText(signers, variables);
  return {
    mode: signing as SigningCall['mode'],
    ...(signingRatio !== undefined && { ratio: signingRatio }),
    ...(signingBase !== undefined && { base: signingBase as 'all' | 'votes' }),
    ...(signingQuorum !== undefined && { quorum: signingQuorum }),
    ...(named !== undefined && { signers: Array.isArray(named) ? named.map(String) : splitSigners(String(named ?? '')) }),
  };
}

function calledFlow(run: Run, node: FlowNode, act: Act): string {
  return String(resolveText(node.calledElement ?? '', visible(run, act.scope, act)));
}

const counterNames = ['loopCounter', 'numberOfInstances', 'numberOfActiveInstances', 'numberOfCompletedInstances'];

/** A called flow gets all variables, the element of the repetition too, but it is not itself inside the repetition. */
function passedOn(run: Run, act: Act): Variables {
  const { variables } = run.draft;
  return Object.fromEntries(Object.entries(visible(run, act.scope, act)).filter(([name]) => Object.hasOwn(variables, name) || !counterNames.includes(name)));
}

/** What a called flow gives back: everything but the variables of the repetition that called it. */
export function passedBack(run: Run, key: string, variables: Variables): Variables {
  const act = run.draft.acts[key];
  const own = new Set([...Object.keys(act?.locals ?? {}), ...counterNames]);
  return Object.fromEntries(Object.entries(variables).filter(([name]) => !own.has(name) || Object.hasOwn(run.draft.variables, name)));
}

const hostKinds: Partial<Record<TaskKind, HostTask['kind']>> = { serviceTask: 'service', sendTask: 'send', scriptTask: 'script', businessRuleTask: 'businessRule' };

function runTask(run: Run, node: FlowNode, key: string, act: Act): void {
  const variables = visible(run, act.scope, act);
  const kind = hostKinds[node.kind as TaskKind] ?? 'service';
  const task: HostTask = { key, step: node.id, kind, variables, ...(node.oa.decision !== undefined && { decision: node.oa.decision }), ...(node.oa.handler !== undefined && { handler: node.oa.handler }) };
  const answer = run.options.perform?.(task);
  if (answer !== undefined) return hostAnswered(run, key, answer);
  if (kind === 'script') return evaluateScript(run, node, key, variables);
  run.effects.push({ type: 'runTask', ...task });
}

/** The host has carried out an automatic task, or failed with a BPMN error. */
export function hostAnswered(run: Run, key: string, answer: { variables?: Variables } | { error: string } | { incident: string }): void {
  const act = run.draft.acts[key];
  if (act === undefined) return;
  if ('incident' in answer) return stopActivity(run, key, answer.incident);
  if ('error' in answer) return throwErrorAt(run, key, answer.error);
  const node = nodeOf(run, act.node);
  if (node.kind === 'sendTask' && node.event !== undefined) {
    const event = node.event;
    assignVariables(run, answer.variables);
    run.late.push({ scope: act.scope, act: key, node: node.id, work: () => sendMessage(run, key, event) });
    return;
  }
  finishInstance(run, key, answer.variables === undefined ? {} : { variables: answer.variables });
}

/** A task has sent its message and is done, also when the message stops what is around it. */
function sendMessage(run: Run, key: string, event: EventDefinition): void {
  const act = run.draft.acts[key];
  if (act === undefined) return;
  const before = run.executed.length;
  throwMessage(run, nodeOf(run, act.node), event);
  if (run.draft.acts[key] === undefined) run.executed.splice(before, 0, act.node);
  else finishInstance(run, key);
}

/** The value of a script is a context; each entry becomes a variable. */
function evaluateScript(run: Run, node: FlowNode, key: string, variables: Variables): void {
  const value = node.script === undefined ? {} : evaluateFeel(node.script.replace(/^\s*=/, ''), variables);
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return finishInstance(run, key, { variables: value as Variables });
  stopActivity(run, key, 'script-without-context');
}

/** An activity cannot be carried out, and it is nobody's BPMN error: an incident, to be tried again. */
export function stopActivity(run: Run, key: string, reason: string): void {
  const act = run.draft.acts[key];
  if (act === undefined) return;
  run.draft.acts[key] = { ...act, kind: 'incident', reason };
  run.effects.push({ type: 'incident', element: act.node, reason });
}

