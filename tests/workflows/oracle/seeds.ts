import { Random } from './random.js';
import { allWeights, plainWeights, randomModel, type RandomModel, wideWeights } from './random-model.js';

/** How many random models are compared: 500 in the usual run, as many as ONESTOP_DEEP says in the deep one. */
export const modelCount = Number(process.env['ONESTOP_DEEP'] ?? 500);

/** The models of one run in slices, so that a failure names a small range of seeds and the deep run shows how far it is. */
export function slicesOf(count: number, size = 50): { from: number; to: number }[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, slice) => ({ from: slice * size, to: Math.min(count, (slice + 1) * size) }));
}

/**
 * The random model of a seed, with the generator for what follows. Every fourth has gateways, tasks and scopes only and so goes deeper
 * into their shapes; the others may hold everything. Every fifth has several start events of all kinds, instances that write to each other, dates,
 * cycles and collections besides.
 */
export function modelOfSeed(seed: number): { model: RandomModel; random: Random } {
  const random = new Random(seed);
  const bends = random.chance(0.5) ? 0 : 1 + random.below(2);
  const wide = seed % 5 === 3;
  const weights = wide ? wideWeights : seed % 4 === 0 ? plainWeights : allWeights;
  const model = randomModel(random, { weights, size: 3 + random.below(6), bends, wide });
  return { model, random };
}
