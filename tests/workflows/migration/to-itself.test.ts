import type { CompiledFlow } from '../../../src/workflows/compile/compiled-flow.js';
import { DomainError } from '../../../src/errors/domain-error.js';
import { loadFlow } from '../../../src/workflows/machine/load-flow.js';
import { planMigration, type OpenState } from '../../../src/workflows/migration/plan-migration.js';
import { prepareFlow } from '../../../src/workflows/prepare-flow.js';
import { World } from '../../../src/workflows/scenario/world.js';
import { readDiagram } from '../oracle/diagram.js';
import { Endless, type Step, type Tasks } from '../oracle/play.js';
import { randomScenario, randomTasks } from '../oracle/random-scenario.js';
import { modelCount, modelOfSeed } from '../oracle/seeds.js';

/** A fifth of the random models: each gives a dozen states to plan for. */
const count = Math.ceil(modelCount / 5);

describe('a plan from a flow to itself', () => {
  it('lets every case of a random sound flow complete, wherever it stands', async () => {
    const tally = { flows: 0, states: 0 };
    for (let seed = 0; seed < count; seed += 1) {
      const { model, random } = modelOfSeed(seed);
      const { flows, ok, soundness } = await prepareFlow(model.xml);
      if (!ok || soundness.verdict !== 'sound') continue;
      const diagram = await readDiagram(model.xml);
      const tasks = randomTasks(random, diagram, model);
      const steps = stepsOrNothing(() => randomScenario(random, diagram, model, tasks, { length: 16 }));
      for (const [key, open] of statesOf(flows, tasks, steps)) {
        const flow = flows.find((one) => one.key === key) as CompiledFlow;
        const { groups } = planMigration(flow, flow, open, { called: flows });
        expect({ seed, key, others: groups.filter(({ verdict }) => verdict !== 'completes') }).toEqual({ seed, key, others: [] });
        tally.flows += 1;
        tally.states += open.length;
      }
    }
    expect(tally.flows).toBeGreaterThan(count / 2);
    expect(tally.states).toBeGreaterThan(count * 2);
  }, 600_000);
});

/** Where the cases of each flow stood after each step, as long as they ran. */
function statesOf(flows: readonly CompiledFlow[], tasks: Tasks, steps: readonly Step[]): Map<string, OpenState[]> {
  const world = new World(flows.map(loadFlow), tasks, { now: Date.UTC(2026, 0, 5) });
  const states = new Map<string, OpenState[]>();
  for (const [index, step] of steps.entries()) {
    const before = world.save();
    try {
      take(world, step);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      world.restore(before);
    }
    for (const { id, flow, state } of world.instances) {
      if (state.status !== 'active') continue;
      states.set(flow.compiled.key, [...(states.get(flow.compiled.key) ?? []), { id: `${index}/${id}`, state }]);
    }
  }
  return states;
}

function take(world: World, step: Step): void {
  const { variables, nth = 0 } = step;
  if (step.start !== undefined) world.start(step.start, variables ?? {});
  else if (step.complete !== undefined) world.complete(step.complete, { nth, ...(variables && { variables }) });
  else if (step.message !== undefined) world.message(step.message, variables);
  else if (step.signal !== undefined) world.signal(step.signal, variables);
  else if (step.advance !== undefined) world.advanceClock(step.advance);
  else if (step.setVariables !== undefined) world.setVariables(step.setVariables);
  else if (step.bpmnError !== undefined) world.bpmnError(step.bpmnError, { at: step.at ?? '', nth });
  else world.completeAllOpen(variables);
}

function stepsOrNothing(make: () => Step[]): Step[] {
  try {
    return make();
  } catch (error) {
    if (error instanceof Endless) return [];
    throw error;
  }
}
