import { DomainError } from '../../errors/domain-error.js';
import type { PlainDate } from '../plain-date.js';
import { InputReader } from '../input-reader.js';

/** Who must approve an extension: a head of the authority, its principal head, or the head of the people's government. */
export type Approver = 'authorityHead' | 'principalHead' | 'governmentHead';

export interface ItemLimit {
  /** The statutory limit in working days; 0 means on the spot. */
  readonly workdays: number;
  /** The one extension that the law allows; null = none. Absent: 10 by a head of the authority for a limit of 20 (许可法 42), none otherwise. */
  readonly extension?: { readonly workdays: number; readonly approvedBy: Approver } | null;
  /** `unspecified` when the special act says 日 only: counted as working days, the calendar date is shown as a warning (domain rule B19). */
  readonly lawUnit?: 'workday' | 'unspecified';
  /** Procedures that a special act takes out of the limit besides the eight of 许可法 45, and caps of single kinds. */
  readonly pauses?: readonly ItemPauseRule[];
}

export interface ItemPauseRule {
  readonly kind: string;
  /** The name shown to people; needed for a kind outside 许可法 45. */
  readonly name?: string;
  /** The article that takes the time out; needed for a kind outside 许可法 45. */
  readonly article?: string;
  /** The pause ends by itself after so many working days. */
  readonly capWorkdays?: number;
}

export type ItemClockEvent =
  | { readonly on: PlainDate; readonly type: 'received' | 'accepted' | 'correctionNoticed' | 'corrected' | 'decided' | 'withdrawn' }
  | {
      readonly on: PlainDate;
      readonly type: 'pauseStarted';
      readonly pause: string;
      readonly kind: string;
      /** Whether the applicant was told in writing how long it takes; without that the pause does not count (许可法 45). */
      readonly noticedInWriting?: boolean;
      readonly capWorkdays?: number;
    }
  | { readonly on: PlainDate; readonly type: 'pauseEnded'; readonly pause: string }
  | {
      readonly on: PlainDate;
      readonly type: 'extended';
      readonly workdays: number;
      /** An `Approver`; any other person, or nobody, makes the extension one without effect. */
      readonly approvedBy?: string;
    };

/** What the legal clock of one item is computed from: the law's figures and what happened, in the order of the record. */
export interface ItemClockInput {
  readonly limit: ItemLimit;
  /** The promised limit in working days. It may shorten the statutory one, never lengthen it (domain rule B20): of a longer one only the statutory part counts. */
  readonly promised?: { readonly workdays: number };
  /** From acceptance (the rule) or from receipt (建筑法 8, 环评法 22 and others). */
  readonly startsFrom?: 'acceptance' | 'receipt';
  /** Working days for the one correction notice; 0 = on the spot, null = no window and no deemed acceptance (filing). Absent: 5. */
  readonly correctionNoticeWorkdays?: number | null;
  /** The day on which the answer is asked for; later events have not happened yet. */
  readonly asOf: PlainDate;
  readonly events: readonly ItemClockEvent[];
}

const approvers = ['authorityHead', 'principalHead', 'governmentHead'] as const;
const eventTypes = ['received', 'accepted', 'correctionNoticed', 'corrected', 'pauseStarted', 'pauseEnded', 'extended', 'decided', 'withdrawn'] as const;

/** Turns unknown JSON into an input, or throws `CLOCK_INPUT_INVALID` whose details hold every fault with its place. */
export function readItemClockInput(json: unknown): ItemClockInput {
  const reader = new InputReader();
  if (reader.isObject(json, '')) {
    readLimit(reader, json['limit']);
    readPromise(reader, json['promised']);
    if (json['startsFrom'] !== undefined) reader.oneOf(json['startsFrom'], '/startsFrom', ['acceptance', 'receipt']);
    const window = json['correctionNoticeWorkdays'];
    if (window !== undefined && window !== null) reader.count(window, '/correctionNoticeWorkdays');
    const asOf = reader.date(json['asOf'], '/asOf');
    const firstOn = readEvents(reader, json['events']);
    if (asOf && firstOn && asOf < firstOn) reader.report('/asOf', `早于第一项记录（${firstOn}）`, `it lies before the first event (${firstOn})`);
    if (asOf && firstOn) reader.span(firstOn, asOf, '/asOf');
  }
  if (reader.faults.length > 0) throw new DomainError('CLOCK_INPUT_INVALID', { ...reader.faults[0], faults: reader.faults });
  return json as ItemClockInput;
}

function readLimit(reader: InputReader, limit: unknown): void {
  if (!reader.isObject(limit, '/limit')) return;
  reader.count(limit['workdays'], '/limit/workdays');
  const extension = limit['extension'];
  if (extension !== undefined && extension !== null && reader.isObject(extension, '/limit/extension')) {
    reader.count(extension['workdays'], '/limit/extension/workdays');
    reader.oneOf(extension['approvedBy'], '/limit/extension/approvedBy', approvers);
  }
  if (limit['lawUnit'] !== undefined) reader.oneOf(limit['lawUnit'], '/limit/lawUnit', ['workday', 'unspecified']);
  const pauses = limit['pauses'];
  if (pauses !== undefined && reader.isList(pauses, '/limit/pauses')) {
    pauses.forEach((rule, index) => {
      const place = `/limit/pauses/${index}`;
      if (!reader.isObject(rule, place)) return;
      reader.text(rule['kind'], `${place}/kind`);
      for (const key of ['name', 'article']) if (rule[key] !== undefined) reader.text(rule[key], `${place}/${key}`);
      if (rule['capWorkdays'] !== undefined) reader.count(rule['capWorkdays'], `${place}/capWorkdays`);
    });
  }
}

function readPromise(reader: InputReader, promised: unknown): void {
  if (promised === undefined || promised === null) return;
  if (reader.isObject(promised, '/promised')) reader.count(promised['workdays'], '/promised/workdays');
}

/** The date of the first event in time, when all could be read. */
function readEvents(reader: InputReader, events: unknown): PlainDate | null {
  if (!reader.isList(events, '/events')) return null;
  if (events.length === 0) reader.report('/events', '至少要有一项记录', 'there must be at least one event');
  let firstOn: PlainDate | null = null;
  events.forEach((event, index) => {
    const place = `/events/${index}`;
    if (!reader.isObject(event, place)) return;
    const on = reader.date(event['on'], `${place}/on`);
    if (on && (firstOn === null || on < firstOn)) firstOn = on;
    const type = reader.oneOf(event['type'], `${place}/type`, eventTypes);
    if (type === 'pauseStarted' || type === 'pauseEnded') reader.text(event['pause'], `${place}/pause`);
    if (type === 'pauseStarted') {
      reader.text(event['kind'], `${place}/kind`);
      if (event['noticedInWriting'] !== undefined) reader.flag(event['noticedInWriting'], `${place}/noticedInWriting`);
      if (event['capWorkdays'] !== undefined) reader.count(event['capWorkdays'], `${place}/capWorkdays`);
    }
    if (type === 'extended') {
      reader.count(event['workdays'], `${place}/workdays`);
      if (event['approvedBy'] !== undefined && event['approvedBy'] !== null) reader.text(event['approvedBy'], `${place}/approvedBy`);
    }
  });
  return firstOn;
}
