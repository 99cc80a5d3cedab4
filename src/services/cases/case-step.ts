import { hash } from 'node:crypto';
import { Case, CaseEvent, type WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { plainDateOf } from '../../calendar/plain-date.js';
import type { Transaction } from '../../persistence/database.js';
import type { Actor } from '../actor.js';
import { standInFor } from '../deputies/stand-in.js';
import type { ServiceContext } from '../service-context.js';

/** What a piece of work says that was sent back 退回. */
export interface ReturnNote {
  /** Name of the step that sent it. */
  from: string;
  by: string;
  reason: string;
  /** Done, it goes straight back there. */
  straightBack: boolean;
}

/**
 * Everything that one act changes in one case, within one unit of work: the events are chained onto the record as they are noted, and
 * `save` writes the row once, on condition that nobody else moved it.
 */
export class CaseStep {
  private readonly changes: Partial<Case> = {};
  readonly today: string;
  readonly at: string;
  /** The review agency that work for the role `agency` goes to, once it was commissioned. */
  agencyId: string | null = null;
  /** The absent colleague in whose place the actor does this, where he does. */
  onBehalfOf: { readonly id: string; readonly name: string } | null = null;
  /** The work that this act completes, where its doer may take it back from whomever it goes to next. */
  sender: WorkItem | null = null;
  /** Why the work that this act opens comes back. */
  returned: ReturnNote | null = null;
  /** Why the completion that waited for the last signature cannot happen; it then goes back to its owner. */
  heldRefusal: DomainError | undefined;
  /** The piece of work that is done here, where it is one. */
  workItem?: WorkItem;

  constructor(
    readonly context: ServiceContext,
    readonly tx: Transaction,
    readonly actor: Actor,
    /** Locked by this unit of work. */
    readonly caseRecord: Case,
  ) {
    const now = context.clock.now();
    this.at = now.toISOString();
    this.today = plainDateOf(now);
  }

  /** Tells in whose hands the work lies that is done here; the record says `B 代 A` where a deputy does it. */
  actAt(workItem: WorkItem): void {
    this.workItem = workItem;
    const absent = standInFor(this.actor, workItem);
    if (absent) this.onBehalfOf = { id: absent.personId, name: absent.name };
  }

  /** The name under which the actor signs: his own, and for whom he stands in. */
  get signature(): string {
    return (this.onBehalfOf === null ? this.actor.name : `${this.actor.name} 代 ${this.onBehalfOf.name}`).slice(0, 60);
  }

  /** Changes properties of the case; they count from now on and are stored by `save`. */
  set(changes: Partial<Case>): void {
    Object.assign(this.changes, changes);
    Object.assign(this.caseRecord, changes);
  }

  /**
   * Adds an event to the record. `on` is the legal date where it differs from today. The hash covers the event and the hash before it,
   * so that a changed or missing event is found by anyone who recomputes the chain.
   */
  note(type: string, data: Record<string, unknown> = {}, more: { step?: string; on?: string } = {}): void {
    const { caseRecord } = this;
    const event = {
      caseId: caseRecord.id,
      seq: caseRecord.lastEventSeq + 1,
      type,
      step: more.step ?? null,
      actorId: this.actor.id,
      actorName: this.signature,
      at: this.at,
      onDate: more.on ?? this.today,
      data: this.onBehalfOf === null ? data : { ...data, onBehalfOf: this.onBehalfOf },
    };
    const link = hashOfEvent(event, caseRecord.lastEventHash);
    this.tx.insert(CaseEvent, { ...event, hash: link });
    this.set({ lastEventSeq: event.seq, lastEventHash: link });
  }

  /** Stores the changed row with the next version. */
  save(): void {
    const { id, version } = this.caseRecord;
    this.set({ version: version + 1 });
    this.tx.update(Case, this.changes, 'id = ? AND version = ?', [id, version], { rows: 1, lockedHere: true });
  }
}

/** The link of the chain that an event makes with the hash before it (SHA-256, hex). */
export function hashOfEvent(event: Omit<CaseEvent, 'hash'>, previousHash: string): string {
  const { caseId, seq, type, step, actorId, at, onDate, data } = event;
  return hash('sha256', previousHash + JSON.stringify([caseId, seq, type, step, actorId, at, onDate, data]));
}

/** The case, locked for this unit of work. Throws CASE_NOT_FOUND. */
export async function lockCase(tx: Transaction, caseId: string): Promise<Case> {
  const caseRecord = await tx.lock(Case, 'id = ?', [caseId]);
  if (!caseRecord) throw new DomainError('CASE_NOT_FOUND', { id: caseId });
  return caseRecord;
}
