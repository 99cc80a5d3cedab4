import { startTestProduct } from '../../support/product.js';
import { Walker } from '../../support/walk/walker.js';

/** Actions of the walk; `npm run test:walk` asks for more. */
const actions = Number(process.env.ONESTOP_WALK ?? 1_000);
const applications = 40;
const seed = Number(process.env.ONESTOP_WALK_SEED ?? 20260302);
/** A longer walk begins anew with a fresh office now and then, so that it stays within the published years. */
const ROUND = 2_500;

describe('A random walk of all roles', () => {
  const rounds = Array.from({ length: Math.ceil(actions / ROUND) }, (_, index) => ({ seed: seed + index, actions: Math.min(ROUND, actions - index * ROUND) }));

  it.each(rounds)('keeps every invariant and every clock through $actions actions, seed $seed', async (round) => {
    const test = await startTestProduct();
    const walker = new Walker(test, round.seed);
    try {
      await walker.prepare(applications);
      await walker.walk(round.actions);
    } finally {
      process.stdout.write(`${JSON.stringify({ seed: round.seed, done: Object.fromEntries([...walker.done].sort()), refused: Object.fromEntries(walker.refused) })}\n`);
      await test.remove();
    }
    // A short walk need not come to every kind of act.
    if (round.actions >= 1_000) expect([...walker.done.keys()]).toEqual(expect.arrayContaining(['submit', 'accept', 'pass', 'agree', 'approve', 'seal', 'deliver', 'claim', 'transfer', 'urge', 'startPause', 'requestCorrection', 'answerCorrection']));
  }, 3_600_000);
});
