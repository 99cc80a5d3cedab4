import { DomainError } from '../errors/domain-error.js';

/** Two chosen items of which a project can only have one, e.g. EIA report and EIA form. */
export interface ExclusivePair {
  readonly items: readonly [string, string];
  readonly message: string;
  readonly messageEn: string;
}

/** The mutually exclusive pairs that are both among the chosen codes. */
export function mutuallyExclusive(codes: readonly string[], pairs: readonly (readonly [string, string])[]): ExclusivePair[] {
  const chosen = new Set(codes);
  return pairs
    .filter(([left, right]) => chosen.has(left) && chosen.has(right))
    .map(([left, right]) => ({
      items: [left, right],
      message: `事项“${left}”与“${right}”互斥，只能选择其一`,
      messageEn: `Items "${left}" and "${right}" exclude each other; choose one`,
    }));
}

/** Throws `ITEMS_EXCLUSIVE` with the pairs when the choice cannot be filed together. */
export function assertNotExclusive(codes: readonly string[], pairs: readonly (readonly [string, string])[]): void {
  const clashes = mutuallyExclusive(codes, pairs);
  if (clashes.length > 0) {
    throw new DomainError('ITEMS_EXCLUSIVE', { items: clashes.map((clash) => clash.items.join(' / ')).join('; '), pairs: clashes });
  }
}
