/** A part of a whole as a fraction of whole numbers, so that two thirds are two thirds. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
  /** More than the share is needed. */
  readonly above: boolean;
}

/** Largest number that a fraction may be written with; keeps every product exact. */
const largest = 10_000;

/**
 * Reads `50%`, `66.67%`, `2/3` and the like, with `>` in front where more than that is needed. Nothing when it is none, is zero or could never
 * be reached.
 */
export function readShare(text: string): Share | undefined {
  const [, sign, whole, decimals, over] = /^\s*([>＞]?)\s*(\d{1,5})(?:\.(\d{1,2}))?\s*(%|％|\/\s*\d{1,5})\s*$/.exec(text) ?? [];
  if (whole === undefined || over === undefined) return undefined;
  const isPercent = over === '%' || over === '％';
  if (!isPercent && decimals !== undefined) return undefined;
  const numerator = isPercent ? Number(whole) * 100 + Number((decimals ?? '').padEnd(2, '0')) : Number(whole);
  const denominator = isPercent ? 10_000 : Number(over.slice(1));
  const above = sign !== '';
  const reachable = above ? numerator < denominator : numerator <= denominator;
  return numerator > 0 && denominator > 0 && denominator <= largest && reachable ? { numerator, denominator, above } : undefined;
}

/** Whether `part` is that share of `whole`, or more. */
export function reaches(part: number, whole: number, { numerator, denominator, above }: Share): boolean {
  const have = part * denominator;
  const need = whole * numerator;
  return above ? have > need : have >= need;
}
