import type { ModdleElement } from 'bpmn-moddle';
import { allElements, isActivity, isEventSubProcess, linkTarget, one, feel, poolOf, startsOf, type Diagram, type Element, type Flow, type Pool } from './diagram.js';
import { mayJoin } from './inclusive-join.js';
import { newScope, type Act, type Due, type Instance, type Scope, type Undo, type World } from './world.js';

/** Who decides what a diagram leaves open: the data of a case, or chance. */
export interface Player {
  /** The flows that an exclusive gateway takes (at most one). */
  exclusive(element: Element, values: Values): Flow[];
  /** The flows that an inclusive gateway, or an activity or event with several outgoing flows takes. */
  inclusive(element: Element, values: Values): Flow[];
  /** How an automatic task ends. */
  automatic(element: Element, values: Values, catchable: string[]): { error?: string; result?: Record<string, unknown> };
  /** How many repetitions a multi-instance has. */
  cardinality(expression: string, values: Values): number;
  /** An element of a collection, counted from 1. */
  item(list: string, number: number, values: Values): unknown;
  /** Whether a loop goes on, or a multi-instance is complete. */
  holds(expression: string | undefined, values: Values): boolean;
  /** One of several waiting for the same message. */
  pick(count: number): number;
  /** When a timer is due; undefined when time plays no part. */
  due(event: Element, values: Values, now: number): Due | undefined;
  /** Whether events with a condition are looked at, or come from outside. */
  readonly seesConditions: boolean;
  /** A reminder that is still under way is not sent a second time: a path of its own may run as often as it likes, once shows all. */
  readonly remindsOnce: boolean;
}

export type Values = Record<string, unknown>;

/** A running scope and what surrounds it. */
export interface Where {
  readonly instance: Instance;
  readonly scope: Scope;
  readonly pool: Pool;
  /** The activation whose inside this is: `act` itself, and `top`, the repeated activity of which it is one repetition (else the same). */
  readonly outer?: { readonly where: Where; readonly act: Act; readonly top: Act };
}

export interface Move {
  readonly label: string;
  /** Only begins a path of its own. */
  readonly side: boolean;
  run(): void;
}

/** Something that waits for a trigger. */
export interface Subscription {
  readonly where: Where;
  readonly act?: Act;
  readonly event: Element;
  readonly use: 'catch' | 'choice' | 'boundary' | 'handler' | 'work';
}

/**
 * The token game of BPMN 2.0 chapter 13, one small move at a time, in whatever order the caller likes. Slow and plain on purpose.
 */
export class TokenGame {
  readonly #elements = new Map<string, Element>();
  readonly #flows = new Map<string, Flow>();

  constructor(
    readonly diagram: Diagram,
    readonly world: World,
    readonly player: Player,
    /** Terminate and cancel ends only end their own path; used to tell what they cut off. */
    readonly mildEnds = false,
  ) {
    for (const element of diagram.pools.flatMap(allElements)) {
      this.#elements.set(element.id, element);
      for (const flow of element.outgoing) this.#flows.set(flow.id, flow);
    }
  }

  element(id: string): Element {
    return this.#elements.get(id) as Element;
  }

  /** Where a flow leads. */
  targetOf(flow: string | undefined): Element | undefined {
    return this.#flows.get(flow ?? '')?.target;
  }

  // What can happen ------------------------------------------------------------------------------------------------------------------

  /** Moves that happen by themselves. */
  automaticMoves(): Move[] {
    const moves: Move[] = [];
    for (const where of this.places()) {
      moves.push(...this.#tokenMoves(where));
      for (const act of singles(where.scope)) {
        if (act.kind === 'auto') moves.push(move(`finish ${act.node}`, () => this.#finishAutomatic(where, act)));
      }
      if (where.scope.tokens.length === 0 && where.scope.acts.length === 0) moves.push(move(`end ${where.pool.id}`, () => this.#completeScope(where)));
    }
    if (this.world.post.length > 0) moves.push(move('post', () => this.#deliver()));
    if (this.player.seesConditions) {
      for (const waiting of this.subscriptions('conditional')) {
        const held = waiting.use === 'handler' ? waiting.where.scope.held : (waiting.act as Act).held;
        if (this.player.holds(waiting.event.event.condition, this.values(waiting.where, waiting.act)) && !held.includes(waiting.event.id)) {
          moves.push(move(`condition ${waiting.event.id}`, () => {
            held.push(waiting.event.id);
            this.trigger(waiting);
          }));
        }
      }
    }
    return moves;
  }

  /** Conditions that no longer hold may come true again. */
  refreshConditions(): void {
    if (!this.player.seesConditions) return;
    for (const { where, act, event, use } of this.subscriptions('conditional')) {
      const holder = use === 'handler' ? where.scope : (act as Act);
      if (!this.player.holds(event.event.condition, this.values(where, act))) holder.held = holder.held.filter((id) => id !== event.id);
    }
  }

  /** Open user, manual and receive tasks, oldest first. */
  openWork(): { where: Where; act: Act }[] {
    return this.places().flatMap((where) => singles(where.scope).filter(({ kind }) => kind === 'work').map((act) => ({ where, act }))).sort((left, right) => Number(left.where.instance.id) - Number(right.where.instance.id) || left.act.key - right.act.key);
  }

  /** Everything that waits for a trigger of this kind. */
  subscriptions(kind: string): Subscription[] {
    const found: Subscription[] = [];
    for (const where of this.places()) {
      for (const act of singles(where.scope)) {
        const element = this.element(act.node);
        if (act.kind === 'wait') found.push({ where, act, event: element, use: 'catch' });
        if (act.kind === 'work' && element.event.kind === 'message') found.push({ where, act, event: element, use: 'work' });
        if (act.kind === 'choice') for (const { target } of element.outgoing) found.push({ where, act, event: target, use: 'choice' });
      }
      for (const act of where.scope.acts) {
        if (act.kind !== 'incident') for (const event of this.element(act.node).boundary) found.push({ where, act, event, use: 'boundary' });
      }
      if (where.scope.interrupted !== true) {
        for (const handler of where.pool.elements.filter(isEventSubProcess)) {
          for (const event of startsOf(handler.inner as Pool)) found.push({ where, event, use: 'handler' });
        }
      }
    }
    return found.filter(({ event }) => event.event.kind === kind).sort((left, right) => (left.act?.key ?? 1e9) - (right.act?.key ?? 1e9));
  }

  /** All running scopes, inner ones after what holds them. */
  places(): Where[] {
    const found: Where[] = [];
    const visit = (where: Where): void => {
      found.push(where);
      for (const top of where.scope.acts) {
        for (const act of [top, ...top.children]) {
          if (act.inner) visit({ instance: where.instance, scope: act.inner, pool: this.element(act.node).inner as Pool, outer: { where, act, top } });
        }
      }
    };
    for (const instance of this.world.instances.filter(({ status }) => status === 'active')) visit({ instance, scope: instance.root, pool: poolOf(this.diagram, instance.process) });
    return found;
  }

  /** The variables that an expression at this place sees. */
  values(where: Where, act?: Act): Values {
    const locals: Values[] = act ? [act.locals] : [];
    for (let outer = where.outer; outer !== undefined; outer = outer.where.outer) locals.unshift(outer.act.locals);
    return Object.assign({}, where.instance.variables, ...locals) as Values;
  }

  // What happens ---------------------------------------------------------------------------------------------------------------------

  start(process: string, variables: Values, options: { start?: Element; caller?: Instance['caller'] } = {}): Instance {
    const pool = poolOf(this.diagram, process);
    const instance: Instance = { id: String(this.world.next++), process, status: 'active', variables: { ...variables }, root: newScope(process), ...(options.caller && { caller: options.caller }) };
    this.world.instances.push(instance);
    const plain = startsOf(pool).filter(({ type, event }) => type !== 'StartEvent' || event.kind === 'none');
    const starts = options.start ? [options.start] : plain.some(({ type }) => type === 'StartEvent') ? plain.slice(0, 1) : plain;
    this.#beginScope({ instance, scope: instance.root, pool }, starts);
    return instance;
  }

  /** An open task is done. */
  complete(where: Where, act: Act): void {
    this.#finish(where, act);
  }

  /** Somebody who works on a task reports an error. */
  fail(where: Where, act: Act, code: string): void {
    this.#throwError(where, topOf(where.scope, act), code);
  }

  /** What this subscription waits for has come. */
  trigger({ where, act, event, use }: Subscription): void {
    if (use === 'handler') return this.#fireHandler(where, event);
    const waiting = act as Act;
    if (use === 'boundary') return this.#fireBoundary(where, waiting, event);
    if (use === 'work') return this.#finish(where, waiting);
    remove(where.scope, waiting);
    if (use === 'choice') this.world.executed.push(waiting.node);
    this.world.executed.push(event.id);
    this.#leave(where, event, waiting.colour);
  }

  /** Codes of errors that would be caught if they were thrown inside this activity; `?` is one that no diagram names. */
  catchable(where: Where, act: Act): string[] {
    const codes: string[] = [];
    let at: { where: Where; act?: Act } | undefined = { where, act: topOf(where.scope, act) };
    while (at !== undefined) {
      for (const event of this.#catchers(at.where, at.act, 'error')) codes.push(event.event.code ?? '?');
      at = this.#outward(at.where);
    }
    return [...new Set(codes)];
  }

  #tokenMoves(where: Where): Move[] {
    const moves: Move[] = [];
    const seen = new Set<string>();
    for (const token of where.scope.tokens) {
      const target = token.flow === undefined ? this.element(token.at as string) : (this.#flows.get(token.flow) as Flow).target;
      const key = `${token.flow ?? ''}>${target.id} ${token.colour}`;
      if (seen.has(key)) continue;
      seen.add(key);
      if (target.incoming.length > 1 && target.type === 'ParallelGateway') {
        const waiting = target.incoming.map(({ id }) => where.scope.tokens.find(({ flow }) => flow === id));
        if (seen.has(target.id) || waiting.some((other) => other === undefined)) continue;
        seen.add(target.id);
        moves.push(move(`join ${target.id}`, () => this.#join(where, target)));
      } else if (target.incoming.length > 1 && target.type === 'InclusiveGateway') {
        if (seen.has(target.id) || !mayJoin(target, where.scope)) continue;
        seen.add(target.id);
        moves.push(move(`join ${target.id}`, () => this.#join(where, target)));
      } else {
        moves.push(move(`enter ${target.id}`, () => {
          where.scope.tokens.splice(where.scope.tokens.indexOf(token), 1);
          this.#enter(where, target, this.#colourAt(target, token.colour));
        }));
      }
    }
    return moves;
  }

  /** Takes one token from every incoming flow that has one. */
  #join(where: Where, gateway: Element): void {
    const colours: string[] = [];
    for (const { id } of gateway.incoming) {
      const at = where.scope.tokens.findIndex(({ flow }) => flow === id);
      if (at >= 0) colours.push(...where.scope.tokens.splice(at, 1).map(({ colour }) => colour));
    }
    const [colour = ''] = colours;
    this.#enter(where, gateway, this.#colourAt(gateway, colours.every((other) => other === colour) ? colour : ''));
  }

  /** The token of a reminder that comes to a step of the main path is the main path's from there on. */
  #colourAt(element: Element, colour: string): string {
    if (colour === '') return colour;
    const isQuiet = element.type === 'EndEvent' || (element.type === 'ExclusiveGateway' && element.outgoing.length <= 1);
    return !isQuiet && mainPath(element.pool).has(element) ? '' : colour;
  }

  #enter(where: Where, element: Element, colour: string): void {
    switch (element.type) {
      case 'StartEvent':
      case 'ParallelGateway':
        this.world.executed.push(element.id);
        return this.#leave(where, element, colour);
      case 'ExclusiveGateway':
      case 'InclusiveGateway':
        return this.#decide(where, element, colour);
      case 'EventBasedGateway':
        return this.#begin(where, this.#newAct('choice', element, colour, {}), element.outgoing.map(({ target }) => target));
      case 'IntermediateCatchEvent':
        return this.#begin(where, this.#newAct('wait', element, colour, {}), [element]);
      case 'IntermediateThrowEvent':
      case 'EndEvent':
        return this.#throwEvent(where, element, colour);
      default:
        if (!isActivity(element)) throw new Error(`The second opinion does not know ${element.type}`);
        return this.#beginActivity(where, element, colour);
    }
  }

  #decide(where: Where, gateway: Element, colour: string): void {
    const flows = gateway.type === 'ExclusiveGateway' ? this.player.exclusive(gateway, this.values(where)) : this.player.inclusive(gateway, this.values(where));
    if (flows.length === 0 && gateway.outgoing.length > 0) {
      where.scope.acts.push(this.#newAct('incident', gateway, colour, {}));
      return;
    }
    this.world.executed.push(gateway.id);
    if (flows.length === 0) where.scope.ended.push(`${colour} ${gateway.id}`);
    for (const { id } of flows) where.scope.tokens.push({ flow: id, colour });
  }

  /** Puts a token on the outgoing flows of a finished element (all of them but for conditions); without any the path ends. */
  #leave(where: Where, element: Element, colour: string): void {
    if (element.outgoing.length === 0) {
      where.scope.ended.push(`${colour} ${element.id}`);
      return;
    }
    const flows = element.type === 'ParallelGateway' ? element.outgoing : this.player.inclusive(element, this.values(where));
    if (flows.length === 0) where.scope.acts.push(this.#newAct('incident', element, colour, {}));
    for (const { id } of flows) where.scope.tokens.push({ flow: id, colour });
  }

  // Events ---------------------------------------------------------------------------------------------------------------------------

  #throwEvent(where: Where, element: Element, colour: string): void {
    const { kind, name, code } = element.event;
    if (kind === 'compensate') return this.#beginUndo(where, element, colour, undoable(where, element));
    // A mild cancel may end nothing; what lies behind a real one is looked for as well.
    if (kind === 'cancel' && !(this.mildEnds && this.player.pick(2) === 1)) {
      // The token is consumed at once; what the transaction did is undone before its cancel boundary event goes on (§13.2.6).
      this.world.executed.push(element.id);
      this.#clear(where.scope);
      return this.#beginUndo(where, element, colour, where.scope.log.splice(0));
    }
    this.world.executed.push(element.id);
    if (kind === 'terminate' && !this.mildEnds) return this.#clear(where.scope);
    if (kind === 'error') return this.#throwError(where, undefined, code ?? '');
    const link = linkTarget(element);
    if (link) this.world.executed.push(link.id);
    this.#leave(where, link ?? element, colour);
    if (kind === 'message' || kind === 'signal') this.world.post.push({ kind, name: name ?? '' });
    if (kind === 'escalation') this.#escalate(where, undefined, code ?? '');
  }

  #deliver(): void {
    const { kind, name } = this.world.post.shift() as World['post'][number];
    this.arrive(kind, name, {});
  }

  /** A message goes to one that waits for it, else to a start; a signal to all. Says whether anybody took it. */
  arrive(kind: 'message' | 'signal', name: string, variables: Values): boolean {
    const waiting = this.subscriptions(kind).filter(({ event }) => event.event.name === name);
    if (kind === 'message' && waiting.length > 0) {
      const taker = waiting[this.player.pick(waiting.length)] as Subscription;
      Object.assign(taker.where.instance.variables, variables);
      this.trigger(taker);
      return true;
    }
    for (const left = [...waiting]; left.length > 0; ) {
      const [taker] = left.splice(left.length > 1 ? this.player.pick(left.length) : 0, 1) as [Subscription];
      // An earlier one may have stopped a later one.
      if (!this.subscriptions(kind).some(({ act, event, where }) => act === taker.act && event === taker.event && where.scope === taker.where.scope)) continue;
      Object.assign(taker.where.instance.variables, variables);
      this.trigger(taker);
    }
    const starts = this.diagram.pools.flatMap((pool) => startsOf(pool).filter(({ event }) => event.kind === kind && event.name === name).map((start) => ({ pool, start })));
    for (const { pool, start } of kind === 'message' ? starts.slice(0, 1) : starts) this.start(pool.id, variables, { start });
    return waiting.length + starts.length > 0;
  }

  #fireBoundary(where: Where, act: Act, event: Element): void {
    if (!event.interrupting && this.player.remindsOnce && (isUnderWay(where.scope, event.id) || hasElapsed(act.held, event))) return;
    this.world.executed.push(event.id);
    if (event.interrupting) {
      this.#cancelAct(act);
      remove(where.scope, act);
    } else {
      where.scope.ended = where.scope.ended.filter((end) => !end.startsWith(`${event.id} `));
    }
    this.#leave(where, event, event.interrupting ? act.colour : event.id);
  }

  #fireHandler(where: Where, start: Element): void {
    const handler = start.pool.owner as Element;
    if (!start.interrupting && this.player.remindsOnce && (isUnderWay(where.scope, handler.id) || hasElapsed(where.scope.held, start))) return;
    if (start.interrupting) {
      this.#clear(where.scope);
      where.scope.interrupted = true;
    }
    const act = this.#newAct('scope', handler, handler.id, {});
    where.scope.acts.push(act);
    this.#openInside(where, act, act, [start]);
  }

  #throwError(where: Where, act: Act | undefined, code: string): void {
    let at: { where: Where; act?: Act } | undefined = { where, ...(act && { act }) };
    while (at !== undefined) {
      const catchers = this.#catchers(at.where, at.act, 'error');
      const catcher = catchers.find(({ event }) => event.code === code) ?? catchers.find(({ event }) => event.code === undefined);
      if (catcher !== undefined) return catcher.type === 'StartEvent' ? this.#fireHandler(at.where, catcher) : this.#fireBoundary(at.where, at.act as Act, catcher);
      const outward: { where: Where; act: Act } | undefined = this.#outward(at.where);
      if (at.where.outer === undefined) {
        at.where.instance.status = 'ended-by-error';
        this.#clear(at.where.scope);
      }
      at = outward;
    }
  }

  /** Escalations do not stop what threw them, unless an interrupting event catches them. */
  #escalate(where: Where, act: Act | undefined, code: string): void {
    let at: { where: Where; act?: Act } | undefined = { where, ...(act && { act }) };
    while (at !== undefined) {
      const catchers = this.#catchers(at.where, at.act, 'escalation');
      const catcher = catchers.find(({ event }) => event.code === code) ?? catchers.find(({ event }) => event.code === undefined);
      if (catcher !== undefined) return catcher.type === 'StartEvent' ? this.#fireHandler(at.where, catcher) : this.#fireBoundary(at.where, at.act as Act, catcher);
      at = this.#outward(at.where);
    }
  }

  /** Boundary events of the activity, or (without one) event sub-processes of the scope. */
  #catchers(where: Where, act: Act | undefined, kind: string): Element[] {
    const handlers = where.scope.interrupted === true ? [] : where.pool.elements.filter(isEventSubProcess).flatMap(({ inner }) => startsOf(inner as Pool));
    const boundary = act ? this.element(act.node).boundary.filter(({ event }) => event.kind === kind) : [];
    if (boundary.length > 0) return boundary;
    return handlers.filter(({ event }) => event.kind === kind);
  }

  /** The activation that surrounds a scope: of the sub-process, or the call activity of another instance. */
  #outward(where: Where): { where: Where; act: Act } | undefined {
    if (where.outer) return { where: where.outer.where, act: where.outer.top };
    const { caller } = where.instance;
    if (caller === undefined) return undefined;
    const place = this.places().find((candidate) => candidate.instance.id === caller.instance && singles(candidate.scope).some(({ key }) => key === caller.act));
    const act = place && singles(place.scope).find(({ key }) => key === caller.act);
    return place && act && { where: place, act: topOf(place.scope, act) };
  }

  // Activities -----------------------------------------------------------------------------------------------------------------------

  #beginActivity(where: Where, element: Element, colour: string): void {
    const loop = one(element.tree, 'loopCharacteristics');
    if (loop === undefined) {
      const act = this.#newAct('work', element, colour, {});
      where.scope.acts.push(act);
      this.#arm(act, element.boundary, this.values(where));
      return this.#run(where, act, act);
    }
    const isMulti = loop.$type === 'bpmn:MultiInstanceLoopCharacteristics';
    const top = this.#newAct(isMulti ? 'multi' : 'loop', element, colour, {});
    if (isMulti) {
      const list = collectionOf(loop);
      top.total = this.player.cardinality(list === undefined ? (feel(one(loop, 'loopCardinality')) ?? '0') : `count(${list})`, this.values(where));
    }
    else top.total = typeof loop['loopMaximum'] === 'number' ? loop['loopMaximum'] : Infinity;
    where.scope.acts.push(top);
    this.#arm(top, element.boundary, this.values(where));
    const mayBegin = isMulti ? top.total > 0 : top.total > 0 && (loop['testBefore'] !== true || this.#goesOn(where, top, element));
    if (!mayBegin) return this.#completeActivity(where, top);
    for (const _ of Array.from({ length: isMulti && loop['isSequential'] !== true ? top.total : 1 })) top.children.push(this.#repetition(where, top, element));
    for (const child of [...top.children]) this.#run(where, child, top);
  }

  #repetition(where: Where, top: Act, element: Element): Act {
    top.begun += 1;
    const locals = top.kind === 'multi' ? { ...this.#item(where, top, element), loopCounter: top.begun, numberOfInstances: top.total } : { loopCounter: top.begun };
    return this.#newAct('work', element, top.colour, locals);
  }

  /** The element of the collection that this repetition is about. */
  #item(where: Where, top: Act, element: Element): Values {
    const loop = one(element.tree, 'loopCharacteristics');
    const list = loop && collectionOf(loop);
    const variable = loop && attribute(loop, 'elementVariable');
    return list === undefined || variable === undefined ? {} : { [variable]: this.player.item(list, top.begun, this.values(where)) };
  }

  /** Begins what the element does, once. */
  #run(where: Where, act: Act, top: Act): void {
    const element = this.element(act.node);
    if (element.inner) {
      act.kind = 'scope';
      return this.#openInside(where, act, top, startsOf(element.inner));
    }
    if (element.type === 'CallActivity') {
      act.kind = 'call';
      // A called process sees the variables; the counters of a repetition (table 10.30) belong to the caller.
      const passed = Object.fromEntries(Object.entries(this.values(where, act)).filter(([name]) => !counters.has(name)));
      this.start(element.tree['calledElement'] as string, passed, { caller: { instance: where.instance.id, act: act.key } });
      return;
    }
    act.kind = /^(UserTask|ManualTask|ReceiveTask)$/.test(element.type) ? 'work' : 'auto';
  }

  #openInside(where: Where, act: Act, top: Act, starts: Element[]): void {
    act.inner = newScope(act.node);
    this.#beginScope({ instance: where.instance, scope: act.inner, pool: this.element(act.node).inner as Pool, outer: { where, act, top } }, starts);
  }

  #beginScope(where: Where, starts: Element[]): void {
    where.scope.tokens = starts.map(({ id }) => ({ at: id, colour: '' }));
    for (const handler of where.pool.elements.filter(isEventSubProcess)) {
      for (const event of startsOf(handler.inner as Pool)) {
        const due = this.player.due(event, this.values(where), this.world.now);
        if (due) where.scope.due[event.id] = due;
      }
    }
  }

  #completeScope(where: Where): void {
    const { instance, outer } = where;
    if (outer) return this.#finish(outer.where, outer.act);
    const caller = this.#outward(where);
    instance.status = 'completed';
    if (caller === undefined) return;
    const act = singles(caller.where.scope).find(({ key }) => key === instance.caller?.act) as Act;
    const own = new Set(Object.keys(act.locals));
    for (const [name, value] of Object.entries(instance.variables)) if (!own.has(name)) caller.where.instance.variables[name] = value;
    this.#finish(caller.where, act);
  }

  #finishAutomatic(where: Where, act: Act): void {
    const element = this.element(act.node);
    const { error, result } = this.player.automatic(element, this.values(where, act), this.catchable(where, act));
    if (error !== undefined) return this.#throwError(where, topOf(where.scope, act), error);
    Object.assign(where.instance.variables, result);
    if (element.type === 'SendTask' && element.event.name !== undefined) this.world.post.push({ kind: 'message', name: element.event.name });
    this.#finish(where, act);
  }

  #finish(where: Where, act: Act): void {
    const element = this.element(act.node);
    const top = topOf(where.scope, act);
    this.world.executed.push(act.node);
    if (top.kind === 'undo') {
      top.children = [];
      return this.#undoNext(where, top);
    }
    if (isEventSubProcess(element)) return remove(where.scope, act);
    if (top === act) return this.#completeActivity(where, act);
    top.done += 1;
    top.children.splice(top.children.indexOf(act), 1);
    const loop = one(element.tree, 'loopCharacteristics');
    const values = { loopCounter: act.locals['loopCounter'], numberOfInstances: top.total, numberOfActiveInstances: top.children.length, numberOfCompletedInstances: top.done };
    const completion = loop && feel(one(loop, 'completionCondition'));
    const isDone = top.kind === 'loop' ? top.done >= top.total || !this.#goesOn(where, top, element) : top.done >= top.total || (completion !== undefined && this.player.holds(completion, { ...this.values(where), ...values }));
    if (isDone) {
      this.#cancelAct(top);
      return this.#completeActivity(where, top);
    }
    if (top.kind === 'multi' && (loop?.['isSequential'] !== true || top.begun >= top.total)) return;
    const next = this.#repetition(where, top, element);
    top.children.push(next);
    this.#run(where, next, top);
  }

  #goesOn(where: Where, top: Act, element: Element): boolean {
    const condition = feel(one(one(element.tree, 'loopCharacteristics') ?? element.tree, 'loopCondition'));
    return condition === undefined || this.player.holds(condition, { ...this.values(where), loopCounter: top.done });
  }

  #completeActivity(where: Where, act: Act): void {
    const element = this.element(act.node);
    const handler = element.boundary.find(({ event }) => event.kind === 'compensate')?.handler;
    const inner = act.inner?.log ?? [];
    if (handler !== undefined || inner.length > 0) where.scope.log.push({ node: act.node, inner, ...(handler && { handler: handler.id }) });
    remove(where.scope, act);
    this.#leave(where, element, act.colour);
  }

  // Compensation ---------------------------------------------------------------------------------------------------------------------

  #beginUndo(where: Where, element: Element, colour: string, undo: Undo[]): void {
    const act = this.#newAct('undo', element, colour, {});
    act.undo = undo;
    where.scope.acts.push(act);
    this.#undoNext(where, act);
  }

  /** Runs the handlers one after the other, the last finished activity first. */
  #undoNext(where: Where, act: Act): void {
    const last = act.undo.pop();
    if (last === undefined) return this.#finishUndo(where, act);
    if (last.handler === undefined) {
      act.undo.push(...last.inner);
      return this.#undoNext(where, act);
    }
    const handler = this.#newAct('work', this.element(last.handler), act.colour, {});
    act.children = [handler];
    this.#run(where, handler, act);
  }

  #finishUndo(where: Where, act: Act): void {
    const element = this.element(act.node);
    remove(where.scope, act);
    if (element.event.kind !== 'cancel') {
      this.world.executed.push(element.id);
      return this.#leave(where, element, act.colour);
    }
    const { outer } = where;
    const boundary = outer && this.element(outer.top.node).boundary.find(({ event }) => event.kind === 'cancel');
    if (outer && boundary) this.#fireBoundary(outer.where, outer.top, boundary);
  }

  // Small things ---------------------------------------------------------------------------------------------------------------------

  #begin(where: Where, act: Act, events: Element[]): void {
    where.scope.acts.push(act);
    this.#arm(act, events, this.values(where));
  }

  #arm(act: Act, events: Element[], values: Values): void {
    for (const event of events) {
      const due = this.player.due(event, values, this.world.now);
      if (due) act.due[event.id] = due;
    }
  }

  #newAct(kind: Act['kind'], element: Element, colour: string, locals: Values): Act {
    return { key: this.world.next++, kind, node: element.id, colour, locals, children: [], total: 0, begun: 0, done: 0, undo: [], due: {}, held: [] };
  }

  #clear(scope: Scope): void {
    for (const act of scope.acts) this.#cancelAct(act);
    scope.tokens = [];
    scope.acts = [];
  }

  /** Stops everything inside an activation, called instances too. */
  #cancelAct(act: Act): void {
    for (const instance of this.world.instances.filter(({ caller, status }) => status === 'active' && caller?.act === act.key)) {
      instance.status = 'cancelled';
      this.#clear(instance.root);
    }
    for (const child of act.children) this.#cancelAct(child);
    for (const inner of act.inner?.acts ?? []) this.#cancelAct(inner);
    act.children = [];
  }
}

/** Whether a path of its own that began at this event is still walked. */
export function isUnderWay(scope: Scope, colour: string): boolean {
  return [...scope.tokens, ...scope.acts].some((other) => other.colour === colour);
}

/** The activations of a scope one by one: each repetition, not the repeated activity as a whole. */
export function singles(scope: Scope): Act[] {
  return scope.acts.flatMap((act) => (act.kind === 'multi' || act.kind === 'loop' || act.kind === 'undo' ? act.children : [act]));
}

function topOf(scope: Scope, act: Act): Act {
  return scope.acts.find((top) => top === act || top.children.includes(act)) as Act;
}

function remove(scope: Scope, act: Act): void {
  scope.acts.splice(scope.acts.indexOf(act), 1);
}

function collectionOf(loop: ModdleElement): string | undefined {
  return attribute(loop, 'collection');
}

function attribute(tree: ModdleElement, name: string): string | undefined {
  return (tree['$attrs'] as Record<string, string> | undefined)?.[`oa:${name}`];
}

/** A date or duration comes once while its activity or scope runs; notes that it has. */
function hasElapsed(held: string[], event: Element): boolean {
  if (event.event.kind !== 'timer' || event.event.timer?.kind === 'cycle') return false;
  if (held.includes(event.id)) return true;
  held.push(event.id);
  return false;
}

/**
 * What a throwing compensation event undoes: one activity, or everything that finished in its scope (§13.5.5). It sees the activities of its
 * own level, and from an event sub-process also those that its scope finished (§10.5.5 visibility), which come after its own.
 */
function undoable(where: Where, element: Element): Undo[] {
  const isHandler = where.pool.owner !== undefined && isEventSubProcess(where.pool.owner);
  const around = isHandler && where.outer ? undoable(where.outer.where, element) : [];
  const { log } = where.scope;
  const { activity } = element.event;
  const chosen = activity === undefined ? [...log] : log.filter(({ node }) => node === activity);
  for (const entry of chosen) log.splice(log.indexOf(entry), 1);
  return [...around, ...chosen];
}

const counters = new Set(['loopCounter', 'numberOfInstances', 'numberOfActiveInstances', 'numberOfCompletedInstances']);

const mainPaths = new WeakMap<Pool, Set<Element>>();

/** Elements on the main path of a pool: what the starts lead to, and what interrupting boundary events lead to. */
function mainPath(pool: Pool): Set<Element> {
  const known = mainPaths.get(pool);
  if (known) return known;
  const reached = new Set(startsOf(pool));
  mainPaths.set(pool, reached);
  for (const element of reached) {
    for (const { target } of element.outgoing) reached.add(target);
    for (const event of element.boundary) if (event.interrupting && event.event.kind !== 'compensate') reached.add(event);
    const link = linkTarget(element);
    if (link) reached.add(link);
  }
  return reached;
}

function move(label: string, run: () => void): Move {
  return { label, side: false, run };
}
