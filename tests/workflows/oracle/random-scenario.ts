import type { Diagram } from './diagram.js';
import { play, worldOf, type Step, type Tasks } from './play.js';
import type { Random } from './random.js';
import type { RandomModel } from './random-model.js';
import { allElements } from './diagram.js';
import { TokenGame } from './token-game.js';
import type { World } from './world.js';

/** How the automatic tasks of a model behave in one scenario. */
export function randomTasks(random: Random, diagram: Diagram, model: RandomModel): Tasks {
  const tasks: Record<string, { error?: string; result?: Record<string, unknown> }> = {};
  for (const { at, code } of model.errors) {
    const isAutomatic = diagram.pools.flatMap(allElements).some(({ id, type }) => id === at && type === 'ServiceTask');
    if (isAutomatic && random.chance(0.5)) tasks[at] = { error: code };
  }
  for (const { id, type } of diagram.pools.flatMap(allElements)) {
    if (/^(ServiceTask|BusinessRuleTask)$/.test(type) && tasks[id] === undefined && random.chance(0.4)) tasks[id] = { result: { [`got_${id}`]: random.chance(0.5) ? random.below(9) : '=1 + 1' } };
  }
  return tasks;
}

/** Steps as a person and a clock might take them, each chosen where the case stands; now and then an impossible one. */
export function randomScenario(random: Random, diagram: Diagram, model: RandomModel, tasks: Tasks, options: { length: number }): Step[] {
  const steps: Step[] = [{ start: model.process, variables: startVariables(random, model) }];
  let world = play(diagram, worldOf(diagram), steps[0] as Step, tasks).world;
  while (steps.length < options.length) {
    const isOver = world.instances.length > 0 && world.instances.every(({ status }) => status !== 'active') && Object.keys(world.starting).length === 0;
    const step = isOver || random.chance(0.04) ? impossibleStep(random) : possibleStep(random, diagram, model, world, tasks);
    steps.push(step);
    if (isOver) break;
    world = play(diagram, world, step, tasks).world;
  }
  return steps;
}

function possibleStep(random: Random, diagram: Diagram, model: RandomModel, world: World, tasks: Tasks): Step {
  const game = new TokenGame(diagram, structuredClone(world), { holds: () => false } as never);
  const open = game.openWork();
  const messages = game.subscriptions('message');
  const signals = game.subscriptions('signal');
  const failing = open.filter(({ act }) => model.errors.some(({ at }) => at === act.node) && tasks[act.node] === undefined);
  const kind = random.weighted({
    complete: open.length > 0 ? 8 : 0,
    all: open.length > 1 ? 0.7 : 0,
    message: messages.length > 0 ? 3 : 0,
    signal: signals.length > 0 ? 2 : 0,
    advance: game.subscriptions('timer').length + Object.keys(world.starting).length > 0 ? 2 : 0,
    set: world.instances.every(({ status }) => status !== 'active') ? 0 : game.subscriptions('conditional').length > 0 ? 3 : 0.2,
    error: failing.length > 0 ? 2 : 0,
    begin: world.instances.length === 0 || (model.begins.length > 0 && world.instances.length < 4) ? 1 : 0,
  });
  switch (kind) {
    case 'complete': {
      const { act } = random.oneOf(open);
      const alike = open.filter((other) => other.act.node === act.node).length;
      const variables = someChoices(random, model, 0.3);
      return { complete: act.node, ...(alike > 1 && { nth: random.below(alike) }), ...(Object.keys(variables).length > 0 && { variables }) };
    }
    case 'all':
      return { completeAllOpen: true };
    case 'message':
      return { message: random.oneOf(messages).event.event.name ?? '', variables: { told: random.below(5) } };
    case 'signal':
      return { signal: random.oneOf(signals).event.event.name ?? '' };
    case 'advance':
      return { advance: `PT${1 + random.below(6)}H` };
    case 'set':
      return { setVariables: Object.fromEntries(model.conditions.filter(() => random.chance(0.6)).map((name) => [name, random.chance(0.7)])) };
    case 'begin': {
      const posts = model.begins.flatMap(({ kind: by, name }) => (by === 'message' || by === 'signal' ? [{ by, name }] : []));
      const { by, name } = random.oneOf([...posts, { by: 'start' as const, name: model.process }]);
      return { [by]: name, variables: by === 'start' ? startVariables(random, model) : someChoices(random, model, 1) };
    }
    case 'error': {
      const { act } = random.oneOf(failing);
      return { bpmnError: model.errors.find(({ at }) => at === act.node)?.code ?? '', at: act.node };
    }
  }
}

function impossibleStep(random: Random): Step {
  return random.oneOf<Step>([{ complete: 'Nowhere' }, { message: 'nobody waits for this' }, { bpmnError: 'E1', at: 'Nowhere' }]);
}

function startVariables(random: Random, model: RandomModel): Record<string, unknown> {
  return { ...someChoices(random, model, 1), ...Object.fromEntries(model.startsIf.map((name) => [name, random.chance(0.75)])) };
}

function someChoices(random: Random, model: RandomModel, probability: number): Record<string, unknown> {
  return Object.fromEntries(Object.entries(model.choices).filter(() => random.chance(probability)).map(([name, count]) => [name, random.below(count)]));
}
