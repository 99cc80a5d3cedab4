import type { DomainError } from '../../errors/domain-error.js';

/** The completion that waited for after-signers cannot happen any more; the unit of work of the last signature is undone by it. */
export class CompletionRefused extends Error {
  constructor(readonly refusal: DomainError) {
    super(refusal.message);
  }
}

/**
 * Runs `attempt`; when the completion that hangs on it is refused, once more with that refusal, so that what was signed is kept and the work goes
 * back to its owner. Each attempt is a unit of work of its own.
 */
export async function givingBackWhatIsRefused<T>(attempt: (refusal?: DomainError) => Promise<T>): Promise<T> {
  try {
    return await attempt();
  } catch (error) {
    if (error instanceof CompletionRefused) return attempt(error.refusal);
    throw error;
  }
}
