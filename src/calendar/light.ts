export type Light = 'green' | 'yellow' | 'red' | 'paused' | 'done';

/** Yellow from one fifth of the limit left, rounded down, but always on its last day; red once the limit has run out (domain 2.6). */
export function lightOf(limit: number, remaining: number, overdue: boolean): 'green' | 'yellow' | 'red' {
  if (overdue || remaining < 0) return 'red';
  return remaining <= Math.max(1, Math.floor(limit / 5)) ? 'yellow' : 'green';
}
