import { readFlow } from '../../../src/workflows/bpmn/read-flow.js';
import { compileFlow } from '../../../src/workflows/compile/compile-flow.js';
import { loadFlow } from '../../../src/workflows/machine/load-flow.js';
import { runScenario } from '../../../src/workflows/scenario/run-scenario.js';
import type { ScenarioStep, StepReport } from '../../../src/workflows/scenario/scenario.js';
import { allWeights, plainWeights, randomModel, type RandomModel } from '../oracle/random-model.js';
import { Random } from '../oracle/random.js';

const models = 150;

describe('nested machines and nets', () => {
  it(`play ${models} random diagrams alike, event by event`, async () => {
    const shapes = { nested: 0, net: 0 };
    for (let seed = 1; seed <= models; seed += 1) {
      const random = new Random(seed);
      const drawn = randomModel(random, { weights: seed % 2 === 0 ? plainWeights : allWeights, size: 4 + (seed % 14), bends: seed % 4 === 3 ? 1 : 0 });
      const { model } = await readFlow(drawn.xml);
      const flows = (model?.processes ?? []).map((process) => compileFlow(process));
      for (const { shape } of flows.flatMap(({ definition }) => Object.values(definition))) shapes[shape] += 1;
      const steps = randomSteps(random, drawn);
      const nested = runScenario(flows.map(loadFlow), { steps });
      const nets = runScenario((model?.processes ?? []).map((process) => loadFlow(compileFlow(process, { shape: 'net' }))), { steps });
      expect({ seed, steps: nested.steps.filter(goesOn).map(inAnyOrder) }).toEqual({ seed, steps: nets.steps.filter(goesOn).map(inAnyOrder) });
    }
    // Both have to be there for the comparison to mean something.
    expect(shapes.nested).toBeGreaterThan(100);
    expect(shapes.net).toBeGreaterThan(30);
  });
});

function randomSteps(random: Random, drawn: RandomModel): ScenarioStep[] {
  const choices = (): Record<string, unknown> => Object.fromEntries(Object.entries(drawn.choices).map(([name, count]) => [name, random.below(count)]));
  return [{ start: drawn.process, variables: choices() }, ...Array.from({ length: 12 }, () => randomStep(random, drawn, choices))];
}

function randomStep(random: Random, { messages, signals, errors, conditions }: RandomModel, choices: () => Record<string, unknown>): ScenarioStep {
  const die = random.below(10);
  if (die === 5 && messages.length > 0) return { message: random.oneOf(messages) };
  if (die === 6 && signals.length > 0) return { signal: random.oneOf(signals) };
  if (die === 7) return { advance: 'PT1H' };
  if (die === 8 && errors.length > 0) {
    const { at, code } = random.oneOf(errors);
    return { bpmnError: code, at };
  }
  if (die === 9) return { setVariables: { ...choices(), ...Object.fromEntries(conditions.map((name) => [name, random.below(2) === 1])) } };
  return { completeAllOpen: true, variables: choices() };
}

/** Gateways that go round for ever are stopped by both, but not after the same round. */
function goesOn({ instances }: StepReport): boolean {
  return instances.every(({ incident }) => incident?.reason !== 'endless-loop');
}

/** The two may order concurrent elements differently. */
function inAnyOrder({ executed, instances, ...step }: StepReport): unknown {
  return { ...step, executed: executed.toSorted(), instances: instances.map(({ open, waitingAt, ...rest }) => ({ ...rest, open: open.toSorted(), waitingAt: waitingAt.toSorted() })) };
}
