import { DomainError } from '../../errors/domain-error.js';
import { byId } from '../bpmn/by-id.js';
import type { TimerRule } from '../bpmn/flow-model.js';
import { decideTask } from '../dmn/decide-task.js';
import type { Decision } from '../dmn/decision.js';
import { resolveText } from '../feel/evaluate-feel.js';
import { advance } from '../machine/advance.js';
import type { Effect } from '../machine/effects.js';
import type { FlowState } from '../machine/flow-state.js';
import type { FlowInput, Variables } from '../machine/input.js';
import type { LoadedFlow } from '../machine/load-flow.js';
import type { StepOptions } from '../machine/run.js';
import { after, dueAgain, dueAt, parseDuration, timesOf } from './iso-time.js';
import type { TaskBehaviour } from './scenario.js';

export interface WorldOptions {
  /** Milliseconds of the epoch at which the virtual clock begins. Default 2026-01-01T00:00:00Z. */
  readonly now?: number;
  /** The moment some working days later; by default Monday to Friday count. */
  readonly workdaysAfter?: (moment: number, days: number) => number;
  /** Decision tables of business rule tasks that have no behaviour of their own, by key; a task whose table is not here succeeds at once. */
  readonly decisions?: Readonly<Record<string, Decision>>;
}

export interface Instance {
  readonly id: string;
  readonly flow: LoadedFlow;
  readonly parent?: { readonly instance: Instance; readonly key: string };
  readonly depth: number;
  state: FlowState;
}

interface Timer {
  readonly instance: Instance | undefined;
  /** Of a start timer: the process. */
  readonly flow: LoadedFlow;
  readonly key: string;
  readonly rule: TimerRule;
  due: number;
  left: number;
}

/** Calls nested deeper go round in a circle. */
const deepestCall = 50;
/** Calls that multiply on the way there are stopped at this many running cases. */
const mostCalled = 1_000;
/** A clock step that fires more timers than this is refused. */
const mostFirings = 10_000;

/** All instances of a played scenario, their clock and what they say to each other. */
export class World {
  instances: Instance[] = [];
  private executed: string[] = [];
  private timers: Timer[] = [];
  private now: number;
  private readonly tasks: Readonly<Record<string, TaskBehaviour>>;
  private readonly decisions: Readonly<Record<string, Decision>>;
  private readonly flows: ReadonlyMap<string, LoadedFlow>;
  private readonly workdaysAfter: (moment: number, days: number) => number;
  private outbox: { from: Instance; effect: Effect }[] = [];

  constructor(
    flows: readonly LoadedFlow[],
    tasks: Readonly<Record<string, TaskBehaviour>>,
    options: WorldOptions,
  ) {
    this.tasks = byId(tasks);
    this.decisions = byId(options.decisions);
    this.flows = new Map(flows.map((flow) => [flow.compiled.key, flow]));
    this.now = options.now ?? Date.UTC(2026, 0, 1);
    this.workdaysAfter = options.workdaysAfter ?? mondayToFriday;
    for (const flow of flows) this.setStartTimers(flow);
  }

  start(process: string, variables: Variables): void {
    const flow = this.flows.get(process);
    if (flow === undefined) throw new DomainError('ACTION_NOT_AVAILABLE', { action: 'start', step: process, available: [...this.flows.keys()] });
    this.begin(flow, { type: 'start', variables });
    this.deliver();
  }

  complete(step: string, { nth, ...result }: { nth: number; variables?: Variables; outcome?: string }): void {
    const { instance, key } = this.findOpen(step, nth, 'complete');
    this.step(instance, { type: 'complete', key, ...result });
    this.deliver();
  }

  completeAllOpen(variables: Variables | undefined): void {
    const open = this.instances.flatMap((instance) => openKeys(instance).map((key) => ({ instance, key })));
    for (const { instance, key } of open) {
      const act = instance.state.acts[key];
      if (act?.kind !== 'work') continue;
      const [outcome] = instance.flow.compiled.steps[act.node]?.outcomes ?? [];
      const chosen = variables?.['outcome'] === undefined && outcome !== undefined ? { outcome: outcome.id } : {};
      this.step(instance, { type: 'complete', key, ...chosen, ...(variables && { variables }) });
      this.deliver();
    }
  }

  message(name: string, variables: Variables | undefined): void {
    if (!this.deliverMessage(name, variables)) throw new DomainError('ACTION_NOT_AVAILABLE', { action: 'message', step: name, available: this.awaited('message') });
    this.deliver();
  }

  signal(name: string, variables: Variables | undefined): void {
    if (!this.deliverSignal(name, variables)) throw new DomainError('ACTION_NOT_AVAILABLE', { action: 'signal', step: name, available: this.awaited('signal') });
    this.deliver();
  }

  /** Moves the clock and fires what falls due, in order. */
  advanceClock(text: string): void {
    const duration = parseDuration(text);
    if (duration === undefined) throw new DomainError('ACTION_NOT_AVAILABLE', { action: 'advance', step: text, available: [] });
    const until = after(this.now, duration);
    for (let fired = 0; ; fired += 1) {
      const next = this.nextDue(until);
      if (next === undefined) break;
      if (fired >= mostFirings) throw new DomainError('ACTION_NOT_AVAILABLE', { action: 'advance', step: text, available: [] });
      this.now = Math.max(this.now, next.due);
      this.fire(next);
      this.deliver();
    }
    this.now = until;
  }

  setVariables(variables: Variables): void {
    const running = this.instances.filter(isRunning);
    if (running.length === 0) throw new DomainError('ACTION_NOT_AVAILABLE', { action: 'setVariables', available: [] });
    for (const instance of running) {
      if (isRunning(instance)) this.step(instance, { type: 'setVariables', variables });
      this.deliver();
    }
  }

  bpmnError(error: string, { at, nth }: { at: string; nth: number }): void {
    const { instance, key } = this.findOpen(at, nth, 'bpmnError');
    this.step(instance, { type: 'bpmnError', key, error });
    this.deliver();
  }

  takeExecuted(): string[] {
    const executed = this.executed;
    this.executed = [];
    return executed;
  }

  /** Everything that a refused step must not have changed. */
  save(): () => void {
    const { now } = this;
    const instances = this.instances.map((instance) => ({ instance, state: instance.state }));
    const timers = this.timers.map((timer) => ({ timer, due: timer.due, left: timer.left }));
    return () => {
      this.now = now;
      this.executed = [];
      this.outbox = [];
      this.instances = instances.map(({ instance, state }) => {
        instance.state = state;
        return instance;
      });
      this.timers = timers.map(({ timer, due, left }) => Object.assign(timer, { due, left }));
    };
  }

  restore(saved: () => void): void {
    saved();
  }

  private begin(flow: LoadedFlow, input: FlowInput, parent?: Instance['parent']): void {
    const { state, effects, executed } = advance(flow, undefined, input, this.stepOptions());
    const instance: Instance = { id: String(this.instances.length + 1), flow, state, depth: (parent?.instance.depth ?? 0) + 1, ...(parent && { parent }) };
    this.instances.push(instance);
    this.note(instance, effects, executed);
  }

  private step(instance: Instance, input: FlowInput): void {
    const { state, effects, executed } = advance(instance.flow, instance.state, input, this.stepOptions());
    instance.state = state;
    this.note(instance, effects, executed);
  }

  private note(instance: Instance, effects: readonly Effect[], executed: readonly string[]): void {
    this.executed.push(...executed);
    for (const effect of effects) {
      if (effect.type === 'subscribe' && effect.rule !== undefined) this.setTimer(instance, effect.key, effect.rule);
      else if (effect.type === 'unsubscribe') this.timers = this.timers.filter((timer) => timer.instance !== instance || timer.key !== effect.key);
      else this.outbox.push({ from: instance, effect });
    }
  }

  /** Does what the instances asked for, until nothing is left to do. */
  private deliver(): void {
    for (let next = this.outbox.shift(); next !== undefined; next = this.outbox.shift()) this.carryOut(next.from, next.effect);
  }

  private carryOut(from: Instance, effect: Effect): void {
    switch (effect.type) {
      case 'throwMessage':
        this.deliverMessage(effect.name, undefined);
        return;
      case 'throwSignal':
        this.deliverSignal(effect.name, undefined, from);
        return;
      case 'callFlow':
        return this.call(from, effect);
      case 'cancelCall':
        for (const child of this.instances) {
          if (child.parent?.instance === from && child.parent.key === effect.key && isRunning(child)) this.step(child, { type: 'cancel', reason: 'caller interrupted' });
        }
        return;
      case 'completed':
        return this.answer(from, (key) => ({ type: 'callCompleted', key, variables: effect.variables }));
      case 'endedByError':
        return this.answer(from, (key) => ({ type: 'callFailed', key, error: effect.error, variables: effect.variables }));
      case 'escalate':
        return this.answer(from, (key) => ({ type: 'callEscalated', key, code: effect.code }));
      default:
    }
  }

  private call(from: Instance, { key, flow: called, variables }: Extract<Effect, { type: 'callFlow' }>): void {
    if (from.state.acts[key]?.kind !== 'call') return;
    const flow = this.flows.get(called);
    const isEndless = from.depth >= deepestCall || this.instances.filter(isRunning).length >= mostCalled;
    if (flow === undefined || isEndless) return this.step(from, { type: 'fail', key, reason: flow === undefined ? 'called-flow-missing' : 'endless-call' });
    try {
      this.begin(flow, { type: 'start', variables }, { instance: from, key });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      this.step(from, { type: 'fail', key, reason: 'called-flow-not-startable' });
    }
  }

  private answer(child: Instance, input: (key: string) => FlowInput): void {
    const { parent } = child;
    if (parent !== undefined && parent.instance.state.acts[parent.key]?.kind === 'call') this.step(parent.instance, input(parent.key));
  }

  /** To one that waits, else to a process that begins with it. */
  private deliverMessage(name: string, variables: Variables | undefined): boolean {
    const waiting = this.instances.find((instance) => awaits(instance, 'message', name));
    if (waiting !== undefined) {
      this.step(waiting, { type: 'message', name, ...(variables && { variables }) });
      return true;
    }
    for (const flow of this.flows.values()) {
      if (!flow.compiled.starts.some((start) => start.kind === 'message' && start.name === name)) continue;
      this.begin(flow, { type: 'message', name, ...(variables && { variables }) });
      return true;
    }
    return false;
  }

  /** To all that wait (the thrower's own instance has heard it already), and to every process that begins with it. */
  private deliverSignal(name: string, variables: Variables | undefined, from?: Instance): boolean {
    const waiting = this.instances.filter((instance) => instance !== from && awaits(instance, 'signal', name));
    const starting = [...this.flows.values()].filter(({ compiled }) => compiled.starts.some((start) => start.kind === 'signal' && start.name === name));
    for (const instance of waiting) {
      if (awaits(instance, 'signal', name)) this.step(instance, { type: 'signal', name, ...(variables && { variables }) });
    }
    for (const flow of starting) this.begin(flow, { type: 'signal', name, ...(variables && { variables }) });
    return waiting.length + starting.length > 0;
  }

  private setTimer(instance: Instance, key: string, rule: TimerRule): void {
    const due = dueAt(rule, this.now, this.workdaysAfter);
    if (due !== undefined) this.timers.push({ instance, flow: instance.flow, key, rule, due, left: timesOf(rule) });
  }

  private setStartTimers(flow: LoadedFlow): void {
    for (const { kind, timer, element } of flow.compiled.starts) {
      if (kind !== 'timer' || timer === undefined) continue;
      const rule: TimerRule = { kind: timer.kind, value: String(resolveText(timer.value, {})) };
      const due = dueAt(rule, this.now, this.workdaysAfter);
      if (due !== undefined) this.timers.push({ instance: undefined, flow, key: element, rule, due, left: timesOf(rule) });
    }
  }

  private nextDue(until: number): Timer | undefined {
    return this.timers.filter(({ due }) => due <= until).reduce<Timer | undefined>((first, timer) => (first === undefined || timer.due < first.due ? timer : first), undefined);
  }

  private fire(timer: Timer): void {
    const again = timer.left > 1 ? dueAgain(timer.rule, timer.due) : undefined;
    if (again === undefined) this.timers = this.timers.filter((other) => other !== timer);
    else Object.assign(timer, { due: again, left: timer.left - 1 });
    if (timer.instance === undefined) this.begin(timer.flow, { type: 'timer', key: timer.key });
    else if (timer.instance.state.subscriptions[timer.key] !== undefined) this.step(timer.instance, { type: 'timer', key: timer.key });
  }

  private findOpen(step: string, nth: number, action: string): { instance: Instance; key: string } {
    const open = this.instances.flatMap((instance) => openKeys(instance).filter((key) => instance.state.acts[key]?.node === step).map((key) => ({ instance, key })));
    const found = open[nth];
    if (found === undefined) {
      const available = this.instances.flatMap((instance) => openKeys(instance).map((key) => instance.state.acts[key]?.node));
      throw new DomainError('ACTION_NOT_AVAILABLE', { action, step, available });
    }
    return found;
  }

  private awaited(kind: string): string[] {
    return this.instances.flatMap(({ state }) => Object.values(state.subscriptions).filter((subscription) => subscription.kind === kind).map(({ name }) => name ?? ''));
  }

  private stepOptions(): StepOptions {
    return {
      perform: ({ step, kind, decision, variables }) => {
        const behaviour = this.tasks[step];
        if (behaviour?.error !== undefined) return { error: behaviour.error };
        if (behaviour !== undefined) return { variables: resultOf(behaviour, variables) };
        if (kind === 'script') return undefined;
        const table = decision === undefined ? undefined : this.decisions[decision];
        return decision === undefined || table === undefined ? {} : decideTask(decision, table, variables);
      },
    };
  }
}

function resultOf({ result = {} }: TaskBehaviour, variables: Variables): Variables {
  return Object.fromEntries(Object.entries(result).map(([name, value]) => [name, typeof value === 'string' ? resolveText(value, variables) : value]));
}

function openKeys({ state }: Instance): string[] {
  return Object.entries(state.acts).filter(([, { kind }]) => kind === 'work').map(([key]) => key);
}

function awaits({ state }: Instance, kind: 'message' | 'signal', name: string): boolean {
  return isRunning({ state }) && Object.values(state.subscriptions).some((subscription) => subscription.kind === kind && subscription.name === name);
}

function isRunning({ state }: Pick<Instance, 'state'>): boolean {
  return state.status === 'active' || state.status === 'incident';
}

function mondayToFriday(moment: number, days: number): number {
  const date = new Date(moment);
  for (let left = days; left > 0; ) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (date.getUTCDay() % 6 !== 0) left -= 1;
  }
  return date.getTime();
}
