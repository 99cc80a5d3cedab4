/** Numbers that are the same for the same seed, and choices made with them. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = seed >>> 0;
  }

  /** In [0, 1). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = this.state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  happens(probability: number): boolean {
    return this.next() < probability;
  }

  choose<T>(list: readonly T[]): T {
    return list[this.below(list.length)] as T;
  }

  /** One of them, those of more weight more often. */
  chooseBy<T>(list: readonly T[], weightOf: (each: T) => number): T {
    let left = this.next() * list.reduce((sum, each) => sum + weightOf(each), 0);
    for (const each of list) {
      left -= weightOf(each);
      if (left < 0) return each;
    }
    return list.at(-1) as T;
  }
}
