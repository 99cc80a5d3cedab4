import { hash } from 'node:crypto';
import { IdempotencyKey } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Actor } from '../actor.js';
import type { ServiceContext } from '../service-context.js';

/**
 * Does `work` once for a caller's key: the answer is stored in the same unit of work as the act itself, so that a repeated request –
 * after a lost answer, a double click, a killed process – gets the first answer and nothing is done twice.
 *
 * Throws IDEMPOTENCY_KEY_REUSED when the key came with another request before. Without a key, `work` simply runs.
 */
export async function answerOnce<T>(context: ServiceContext, actor: Actor, key: string | undefined, request: unknown, work: () => Promise<T>): Promise<T> {
  if (key === undefined) return work();
  // Hashed, because MariaDB would take keys that differ in upper and lower case for the same.
  const requestKey = hashOf(key);
  const requestHash = hashOf(JSON.stringify(request));
  try {
    return await context.database.inTransaction(async (tx) => {
      const answer = await work();
      tx.insert(IdempotencyKey, { personId: actor.id, requestKey, requestHash, status: 200, answer: JSON.stringify(answer ?? null), at: context.clock.now().toISOString() });
      return answer;
    });
  } catch (error) {
    // A repeated request fails either here, at the key that is taken, or earlier, because its first run has changed what it names.
    const earlier = await context.database.read.findOne(IdempotencyKey, 'personId = ? AND requestKey = ?', [actor.id, requestKey]);
    if (!earlier) throw error;
    if (earlier.requestHash !== requestHash) throw new DomainError('IDEMPOTENCY_KEY_REUSED');
    return JSON.parse(earlier.answer) as T;
  }
}

const hashOf = (text: string): string => hash('sha256', text);
