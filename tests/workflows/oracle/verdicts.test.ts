import { prepareFlow } from '../../../src/workflows/prepare-flow.js';
import { readDiagram } from './diagram.js';
import { explore } from './explore.js';
import { modelCount, modelOfSeed, slicesOf } from './seeds.js';

const shapeRules = new Set(['deadlock', 'livelock', 'lack-of-synchronisation', 'dead-element']);

describe('the proof of soundness and the exhaustive exploration of random diagrams', () => {
  const tally = { sound: 0, unsound: 0, tooBig: 0 };

  for (const { from, to } of slicesOf(modelCount)) {
    it(`agree on the diagrams ${from} to ${to - 1}`, async () => {
      for (let seed = from; seed < to; seed += 1) {
        const { model } = modelOfSeed(seed);
        const { findings, soundness } = await prepareFlow(model.xml);
        const errors = findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);
        expect({ seed, unexpected: errors.filter((rule) => !shapeRules.has(rule)) }).toEqual({ seed, unexpected: [] });

        const diagram = await readDiagram(model.xml);
        const explored = diagram.pools.map(({ id }) => explore(diagram, id));
        if (explored.some(({ defects }) => defects === undefined)) {
          tally.tooBig += 1;
          continue;
        }
        const defects = new Set<string>(explored.flatMap((exploration) => exploration.defects ?? []));
        const dead = explored.flatMap((exploration) => exploration.dead);
        tally[defects.size === 0 ? 'sound' : 'unsound'] += 1;
        expect({ seed, sound: soundness.verdict === 'sound', dead }).toEqual({ seed, sound: defects.size === 0, dead });
        // One fault may hide another, so the proof need not name them all; but what it names must be there.
        if (defects.size > 0) expect({ seed, named: errors.some((rule) => defects.has(rule)), defects: [...defects], errors }).toMatchObject({ seed, named: true });
      }
    }, 600_000);
  }

  it('have both sound and unsound diagrams to agree on, and hardly any that are too big to explore', () => {
    expect(tally.sound).toBeGreaterThan(modelCount * 0.4);
    expect(tally.unsound).toBeGreaterThan(modelCount * 0.1);
    expect(tally.tooBig).toBeLessThan(modelCount * 0.05);
  });
});
