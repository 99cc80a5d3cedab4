import { loadFlow } from '../../../src/workflows/machine/load-flow.js';
import { prepareFlow } from '../../../src/workflows/prepare-flow.js';
import { runScenario } from '../../../src/workflows/scenario/run-scenario.js';
import { firstDisagreement } from './compare.js';
import { readDiagram } from './diagram.js';
import { Endless, type Step } from './play.js';
import { randomScenario, randomTasks } from './random-scenario.js';
import { modelCount, modelOfSeed, slicesOf } from './seeds.js';

const now = Date.UTC(2026, 0, 5);

describe('the compiled machine and the token game on random sound diagrams', () => {
  const tally = { models: 0, steps: 0 };

  for (const { from, to } of slicesOf(modelCount)) {
    it(`agree on every step of random cases of the diagrams ${from} to ${to - 1}`, async () => {
      for (let seed = from; seed < to; seed += 1) {
        const { model, random } = modelOfSeed(seed);
        const { ok, flows } = await prepareFlow(model.xml);
        if (!ok) continue;
        tally.models += 1;
        const diagram = await readDiagram(model.xml);
        // As they would come from storage.
        const loaded = flows.map((flow) => loadFlow(JSON.parse(JSON.stringify(flow)) as typeof flow));
        for (let run = 0; run < 3; run += 1) {
          const tasks = randomTasks(random, diagram, model);
          const steps = scenarioOrNothing(() => randomScenario(random, diagram, model, tasks, { length: 16 }));
          tally.steps += steps.length;
          const report = runScenario(loaded, { tasks, steps }, { now });
          expect({ seed, run, disagreement: firstDisagreement(diagram, steps, tasks, report) }).toEqual({ seed, run, disagreement: undefined });
        }
      }
    }, 600_000);
  }

  it('have enough to agree on', () => {
    expect(tally.models).toBeGreaterThan(modelCount * 0.5);
    expect(tally.steps).toBeGreaterThan(modelCount * 8);
  });
});

/** A loop of automatic steps whose data never change is played by nobody. */
function scenarioOrNothing(make: () => Step[]): Step[] {
  try {
    return make();
  } catch (error) {
    if (error instanceof Endless) return [];
    throw error;
  }
}
