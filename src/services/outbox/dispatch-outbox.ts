import { OutboxMessage } from '../../entities/index.js';
import type { ServiceContext } from '../service-context.js';
import { HELD, type Delivery } from './carry-out-once.js';

/** Carries out one message; has to be safe to repeat. */
export type MessageHandler = (context: ServiceContext, message: OutboxMessage) => Promise<Delivery>;

/** Longer than a batch of documents takes; what a killed process held is taken over after it. */
const LEASE_MILLIS = 10_000;
const BATCH = 5;
const MOST_ATTEMPTS = 8;

/**
 * Carries out what units of work left behind in the outbox: after each of them, and every few seconds for what failed or was left by a
 * killed process. Several processes may do this side by side: a message is claimed by a conditional update and leased for a few seconds.
 */
export class OutboxDispatcher {
  private running: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly context: ServiceContext,
    private readonly handlers: Record<string, MessageHandler>,
    /** Real time: leases and retries do not follow a fixed clock. */
    private readonly now: () => Date,
    private readonly onFailure: (error: unknown, message: OutboxMessage) => void,
  ) {}

  start(everyMillis = 2_000): void {
    this.timer = setInterval(() => this.wake(), everyMillis);
    this.timer.unref();
    this.wake();
  }

  /** Looks into the outbox soon. */
  wake(): void {
    if (this.stopped) return;
    if (this.running) {
      this.again = true;
      return;
    }
    this.running = this.drain()
      .catch(() => undefined)
      .finally(() => {
        this.running = undefined;
        if (this.again) {
          this.again = false;
          this.wake();
        }
      });
  }

  /** Carries out everything that is due, then answers. */
  async settle(): Promise<void> {
    // Whoever was woken meanwhile may hold messages that are due too.
    do {
      while (this.running) await this.running;
      await this.drain();
    } while (this.running);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.running;
  }

  private async drain(): Promise<void> {
    for (;;) {
      const claimed = this.stopped ? [] : await this.claim();
      if (claimed.length === 0) return;
      for (const message of claimed) await this.carryOut(message);
    }
  }

  private async claim(): Promise<OutboxMessage[]> {
    const now = this.now().toISOString();
    const due = await this.context.database.read.find(OutboxMessage, 'status = ? AND (leasedUntil IS NULL OR leasedUntil < ?) AND attempts < ? ORDER BY availableAt, id LIMIT ?', ['waiting', now, MOST_ATTEMPTS, BATCH]);
    const ready = due.filter((message) => message.attempts === 0 || message.availableAt <= now);
    const leasedUntil = new Date(this.now().getTime() + LEASE_MILLIS).toISOString();
    const mine: OutboxMessage[] = [];
    for (const message of ready) {
      const claimed = await this.context.database.inTransaction(async (tx) => {
        const row = await tx.lock(OutboxMessage, 'id = ?', [message.id]);
        if (!row || row.status !== 'waiting' || (row.leasedUntil !== null && row.leasedUntil >= now)) return false;
        tx.update(OutboxMessage, { leasedUntil }, 'id = ?', [message.id], { rows: 1, lockedHere: true });
        return true;
      });
      if (claimed) mine.push(message);
    }
    return mine;
  }

  private async carryOut(message: OutboxMessage): Promise<void> {
    try {
      const handler = this.handlers[message.topic];
      if (!handler) throw new Error(`Nobody handles messages of the topic ${message.topic}`);
      const delivery = await handler(this.context, message);
      // A held message may have been released meanwhile: it is no longer this process's to close.
      if (delivery === HELD) return;
      await this.close(message, { status: 'done', doneAt: this.now().toISOString(), leasedUntil: null });
    } catch (error) {
      this.onFailure(error, message);
      const attempts = message.attempts + 1;
      await this.close(message, {
        attempts,
        status: attempts >= MOST_ATTEMPTS ? 'failed' : 'waiting',
        availableAt: new Date(this.now().getTime() + 1_000 * 2 ** attempts).toISOString(),
        leasedUntil: null,
        failure: String((error as Error).message).slice(0, 500),
      });
    }
  }

  private close(message: OutboxMessage, set: Partial<OutboxMessage>): Promise<void> {
    return this.context.database.inTransaction(async (tx) => tx.update(OutboxMessage, set, 'id = ?', [message.id]));
  }
}
