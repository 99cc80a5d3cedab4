import type { HolidayCalendar } from '../holiday-calendar.js';
import { correctionNoticeUntil } from '../periods/acceptance.js';
import { findDueOutsideSpans, uniteSpans, type Span } from '../pause-spans.js';
import type { PlainDate } from '../plain-date.js';
import { findDue, type Due } from '../working-days.js';
import { articles } from '../articles.js';
import type { Approver, ItemClockEvent, ItemClockInput } from './item-clock-input.js';
import { isPauseKind, pauseKinds } from './pause-kinds.js';
import { refuse, type Refusal, type RefusalCode } from './refusals.js';

/** What an event record amounts to on a day: the facts from which limit, days and light are computed. */
export interface ItemFacts {
  receivedOn: PlainDate | null;
  /** The last day for the one correction notice; null when the item has no such window. */
  noticeUntil: Due | null;
  correctionNoticedOn: PlainDate | null;
  acceptedOn: PlainDate | null;
  /** How acceptance came about: declared, by complete corrections, or by the law because the notice was late. */
  acceptance: 'declared' | 'corrected' | 'deemed' | null;
  /** The day that is not counted; the clock counts from the next. */
  startedOn: PlainDate | null;
  pauses: ItemPause[];
  extension: { on: PlainDate; workdays: number } | null;
  ended: { on: PlainDate; how: 'decided' | 'withdrawn' } | null;
  refused: Refusal[];
}

export interface ItemPause {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly nameEn: string;
  readonly article: string;
  readonly startedOn: PlainDate;
  /** Null while open. */
  endedOn: PlainDate | null;
  /** The last day of the pause by its cap, when it has one. */
  readonly cap: Due | null;
  /** It reached its cap and ended by itself. */
  expired: boolean;
}

export interface ReplayOptions {
  /** Pauses that are taken not to have been, for “what if this pause is struck out”. */
  readonly strikePauses?: readonly string[];
}

/** The allowed extension: as given, else 10 days by a head of the authority for a limit of 20 (许可法 42), else none. */
export function extensionRule({ limit }: ItemClockInput): { workdays: number; approvedBy: Approver } | null {
  const rule = limit.extension === undefined && limit.workdays === 20 ? { workdays: 10, approvedBy: 'authorityHead' as const } : limit.extension;
  return rule && rule.workdays > 0 ? rule : null;
}

/** Walks through the events up to `asOf`, day by day in the order of the record, and lists those that have no effect with the reason. */
export function replayEvents(input: ItemClockInput, calendar: HolidayCalendar, { strikePauses = [] }: ReplayOptions = {}): ItemFacts {
  const facts: ItemFacts = {
    receivedOn: null,
    noticeUntil: null,
    correctionNoticedOn: null,
    acceptedOn: null,
    acceptance: null,
    startedOn: null,
    pauses: [],
    extension: null,
    ended: null,
    refused: [],
  };
  const happened = input.events.map((event, index) => ({ event, index })).filter(({ event }) => event.on <= input.asOf);
  happened.sort((a, b) => (a.event.on < b.event.on ? -1 : a.event.on > b.event.on ? 1 : a.index - b.index));
  for (const { event, index } of happened) {
    letTimePass(facts, event.on);
    const refusal = happen(facts, event, { input, calendar, strikePauses });
    if (refusal) facts.refused.push(refuse(index, refusal.code, refusal.details));
  }
  letTimePass(facts, input.asOf);
  facts.refused.sort((a, b) => a.event - b.event);
  return facts;
}

/** What the law itself brings about before the given day begins: acceptance without a notice, and the end of a capped pause. */
function letTimePass(facts: ItemFacts, day: PlainDate): void {
  const { noticeUntil } = facts;
  const waiting = facts.receivedOn !== null && facts.acceptedOn === null && facts.correctionNoticedOn === null && facts.ended === null;
  if (waiting && noticeUntil?.due && day > noticeUntil.due) accept(facts, facts.receivedOn!, 'deemed', facts.receivedOn!);
  for (const pause of facts.pauses) {
    if (pause.endedOn === null && pause.cap?.due && day > pause.cap.due) {
      pause.endedOn = pause.cap.due;
      pause.expired = true;
    }
  }
}

interface Circumstances {
  readonly input: ItemClockInput;
  readonly calendar: HolidayCalendar;
  readonly strikePauses: readonly string[];
}
type Refused = { code: RefusalCode; details?: Record<string, string | number> } | null;

function happen(facts: ItemFacts, event: ItemClockEvent, circumstances: Circumstances): Refused {
  if (facts.ended) return { code: 'ended', details: { on: facts.ended.on, ...endNames[facts.ended.how] } };
  if (facts.receivedOn === null && event.type !== 'received' && event.type !== 'accepted') return { code: 'notReceived' };
  switch (event.type) {
    case 'received':
      return receive(facts, event.on, circumstances);
    case 'accepted':
      return declareAcceptance(facts, event.on, circumstances);
    case 'correctionNoticed':
      return noticeCorrection(facts, event.on);
    case 'corrected':
      return completeCorrection(facts, event.on);
    case 'pauseStarted':
      return startPause(facts, event, circumstances);
    case 'pauseEnded':
      return endPause(facts, event.on, event.pause);
    case 'extended':
      return extend(facts, event, circumstances);
    case 'decided':
      if (facts.acceptedOn === null) return { code: 'notAccepted' };
      return end(facts, event.on, 'decided');
    case 'withdrawn':
      return end(facts, event.on, 'withdrawn');
  }
}

const endNames = { decided: { how: '作出决定', howEn: 'decided' }, withdrawn: { how: '撤回申请', howEn: 'withdrawn' } } as const;

function receive(facts: ItemFacts, on: PlainDate, { input, calendar }: Circumstances): Refused {
  if (facts.receivedOn !== null) return { code: 'alreadyReceived', details: { on: facts.receivedOn } };
  facts.receivedOn = on;
  const window = input.correctionNoticeWorkdays === undefined ? 5 : input.correctionNoticeWorkdays;
  facts.noticeUntil = window === null ? null : correctionNoticeUntil(on, window, calendar);
  return null;
}

/** A record that begins with acceptance knows no earlier receipt; the day of acceptance is then the day of receipt. */
function declareAcceptance(facts: ItemFacts, on: PlainDate, { input }: Circumstances): Refused {
  if (facts.acceptedOn !== null) {
    // The voucher that confirms complete corrections on the same day (许可法 32, last paragraph) changes nothing and is no fault.
    if (facts.acceptance === 'corrected' && facts.acceptedOn === on) return null;
    return facts.acceptance === 'deemed' ? deemed(facts) : { code: 'alreadyAccepted', details: { on: facts.acceptedOn } };
  }
  facts.receivedOn ??= on;
  const fromReceipt = input.startsFrom === 'receipt' && facts.correctionNoticedOn === null;
  accept(facts, on, 'declared', fromReceipt ? facts.receivedOn : on);
  return null;
}

function noticeCorrection(facts: ItemFacts, on: PlainDate): Refused {
  if (facts.acceptance === 'deemed') return { code: 'noticeTooLate', details: { until: facts.noticeUntil?.due ?? '' } };
  if (facts.acceptedOn !== null) return { code: 'correctionAfterAcceptance' };
  if (facts.correctionNoticedOn !== null) return { code: 'onlyOneNotice', details: { on: facts.correctionNoticedOn } };
  facts.correctionNoticedOn = on;
  return null;
}

function completeCorrection(facts: ItemFacts, on: PlainDate): Refused {
  if (facts.acceptance === 'deemed') return deemed(facts);
  if (facts.acceptedOn !== null) return { code: 'alreadyAccepted', details: { on: facts.acceptedOn } };
  if (facts.correctionNoticedOn === null) return { code: 'noCorrectionAsked' };
  accept(facts, on, 'corrected', on);
  return null;
}

function startPause(facts: ItemFacts, event: ItemClockEvent & { type: 'pauseStarted' }, { input, calendar, strikePauses }: Circumstances): Refused {
  if (facts.acceptedOn === null) return { code: 'notAccepted' };
  const rule = input.limit.pauses?.find(({ kind }) => kind === event.kind);
  const known = isPauseKind(event.kind) ? pauseKinds[event.kind] : null;
  if (!known && !rule?.article) return { code: 'pauseKindUnknown', details: { kind: event.kind } };
  if (event.noticedInWriting !== true) return { code: 'pauseNotNoticed' };
  if (strikePauses.includes(event.pause)) return { code: 'pauseStruck' };
  if (facts.pauses.some(({ id }) => id === event.pause)) return { code: 'pauseRepeated', details: { pause: event.pause } };
  const capWorkdays = event.capWorkdays ?? rule?.capWorkdays;
  facts.pauses.push({
    id: event.pause,
    kind: event.kind,
    name: rule?.name ?? known?.zh ?? event.kind,
    nameEn: known?.en ?? rule?.name ?? event.kind,
    article: rule?.article ?? articles.excluded,
    startedOn: event.on,
    endedOn: null,
    cap: capWorkdays === undefined ? null : findDue(event.on, capWorkdays, calendar),
    expired: false,
  });
  return null;
}

/** The end of a pause that had already reached its cap confirms it and changes nothing. */
function endPause(facts: ItemFacts, on: PlainDate, id: string): Refused {
  const pause = facts.pauses.find((one) => one.id === id);
  if (!pause || (pause.endedOn !== null && !pause.expired)) return { code: 'pauseNotOpen', details: { pause: id } };
  pause.endedOn ??= on;
  return null;
}

function extend(facts: ItemFacts, event: ItemClockEvent & { type: 'extended' }, { input, calendar }: Circumstances): Refused {
  if (facts.startedOn === null) return { code: 'notAccepted' };
  const rule = extensionRule(input);
  if (!rule) return { code: 'extensionNotProvided' };
  if (facts.extension) return { code: 'extensionRepeated', details: { on: facts.extension.on } };
  if (event.approvedBy !== rule.approvedBy) return { code: 'extensionWrongApprover', details: approverNames[rule.approvedBy] };
  if (event.workdays > rule.workdays) return { code: 'extensionTooLong', details: { workdays: event.workdays, most: rule.workdays } };
  if (event.workdays === 0) return { code: 'extensionOfNothing' };
  const { due } = findDueOutsideSpans(facts.startedOn, input.limit.workdays, spansOf(facts, event.on), calendar);
  if (due !== null && event.on > due) return { code: 'extensionTooLate', details: { due } };
  facts.extension = { on: event.on, workdays: event.workdays };
  return null;
}

const approverNames: Record<Approver, { approver: string; approverEn: string }> = {
  authorityHead: { approver: '本行政机关负责人', approverEn: 'head of the authority' },
  principalHead: { approver: '机关主要负责人', approverEn: 'principal head of the authority' },
  governmentHead: { approver: '本级人民政府负责人', approverEn: 'head of the people’s government' },
};

/** What ends the case ends its pauses. */
function end(facts: ItemFacts, on: PlainDate, how: 'decided' | 'withdrawn'): null {
  for (const pause of facts.pauses) pause.endedOn ??= on;
  facts.ended = { on, how };
  return null;
}

function accept(facts: ItemFacts, on: PlainDate, how: NonNullable<ItemFacts['acceptance']>, startedOn: PlainDate): void {
  facts.acceptedOn = on;
  facts.acceptance = how;
  facts.startedOn = startedOn;
}

function deemed(facts: ItemFacts): Refused {
  return { code: 'deemedAccepted', details: { on: facts.acceptedOn ?? '', until: facts.noticeUntil?.due ?? '' } };
}

/** The days taken out, united; a pause that is still open takes out everything up to the given day. */
export function spansOf(facts: ItemFacts, upTo: PlainDate): readonly Span[] {
  return uniteSpans(facts.pauses.map((pause) => ({ after: pause.startedOn, upTo: pause.endedOn ?? upTo })));
}
