import { Counter } from '../../entities/index.js';
import type { Transaction } from '../../persistence/database.js';

/** The next number of a running series; taken numbers are never given again, also when what they were for is voided. */
export async function takeNumber(tx: Transaction, series: string): Promise<number> {
  const counter = await tx.lock(Counter, 'name = ?', [series]);
  const value = (counter?.value ?? 0) + 1;
  if (counter) tx.update(Counter, { value }, 'name = ?', [series], { rows: 1, lockedHere: true });
  else tx.insert(Counter, { name: series, value });
  return value;
}
