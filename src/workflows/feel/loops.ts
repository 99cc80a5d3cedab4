/** Most turns that the loops of one text may take together. */
const mostTurns = 10_000;

/**
 * Whether a FEEL text counts through a range that is too long to compute: a condition or a table is decided in milliseconds. Bounds of a range in a loop
 * have to be written as numbers, because nobody could tell otherwise; loops over lists go as far as the lists do.
 */
export function loopsTooLong(text: string): boolean {
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, '""');
  if (!/\b(for|some|every)\b/.test(bare)) return false;
  let turns = 1;
  for (const [, from = '', to = ''] of bare.matchAll(/([\w.)-]*?)\s*\.\.\s*([\w.(-]*)/g)) {
    const length = Math.abs(Number(to) - Number(from)) + 1;
    turns *= from === '' || to === '' || Number.isNaN(length) ? Number.POSITIVE_INFINITY : length;
  }
  return turns > mostTurns;
}
