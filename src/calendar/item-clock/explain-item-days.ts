import { articles } from '../articles.js';
import { describeWorkday, type DayReason } from '../describe-workday.js';
import { describeDay, type HolidayCalendar } from '../holiday-calendar.js';
import { toDayNumber, toPlainDate, type PlainDate } from '../plain-date.js';
import type { DayKind } from '../day-kind.js';
import type { ItemFacts, ItemPause } from './replay-events.js';

/** One day of a clock. `why` is for people; `kind` says the same to a screen that colours the day. */
export interface ClockDay {
  readonly date: PlainDate;
  readonly counted: boolean;
  readonly why: string;
  readonly whyEn: string;
  readonly article: string;
  readonly kind: DayKind;
}

export interface ItemDaysFacts {
  readonly facts: ItemFacts;
  /** The limit of the law without extension. */
  readonly limitWorkdays: number;
  readonly totalWorkdays: number;
  readonly lastDay: PlainDate;
  readonly calendar: HolidayCalendar;
}

/** Says of each day from receipt to `lastDay` whether it is counted, why, and by which article. */
export function explainItemDays({ facts, limitWorkdays, totalWorkdays, lastDay, calendar }: ItemDaysFacts): ClockDay[] {
  if (facts.receivedOn === null) return [];
  const days: ClockDay[] = [];
  let counted = 0;
  const last = toDayNumber(lastDay);
  for (let number = toDayNumber(facts.receivedOn); number <= last; number += 1) {
    const date = toPlainDate(number);
    if (facts.startedOn === null || date <= facts.startedOn) {
      days.push(beforeStart(facts, date));
      continue;
    }
    const day = describeDay(calendar, date);
    const pause = facts.pauses.find(({ startedOn, endedOn }) => date > startedOn && (endedOn === null || date <= endedOn));
    const reason = describeWorkday(day, date);
    if (!day.workday) days.push({ date, counted: false, ...reason });
    else if (pause) days.push(pausedDay(pause, date));
    else {
      counted += 1;
      days.push({ date, counted: true, ...countedDay(reason, { nth: counted, limit: limitWorkdays, total: totalWorkdays }) });
    }
  }
  return days;
}

function beforeStart(facts: ItemFacts, date: PlainDate): ClockDay {
  const not = (why: string, whyEn: string, article: string): ClockDay => ({ date, counted: false, why, whyEn, article, kind: 'notStarted' });
  if (date === facts.startedOn) {
    if (facts.acceptance === 'deemed') return not('收到申请；逾期未告知补正，自本日起即为受理，当日不计入', 'received; no notice in time, so accepted as of this day; the first day is not counted', articles.oneNotice);
    const name = date === facts.acceptedOn ? '受理' : '收到申请';
    return not(`${name}当日不计入，自次日起算`, `the day of ${date === facts.acceptedOn ? 'acceptance' : 'receipt'} is not counted`, articles.firstDay);
  }
  if (date === facts.receivedOn) return not('收到申请，尚未受理，时限未开始', 'received, not accepted yet: the clock has not started', articles.oneNotice);
  if (facts.correctionNoticedOn !== null && date > facts.correctionNoticedOn) return not('等待申请人补正，时限未开始', 'waiting for the applicant’s corrections: the clock has not started', articles.oneNotice);
  if (date === facts.correctionNoticedOn) return not('一次告知补正内容，时限未开始', 'corrections were asked for: the clock has not started', articles.oneNotice);
  return not('收到至受理之间，时限自受理之日起计算', 'between receipt and acceptance: the limit runs from acceptance', articles.limit);
}

function pausedDay(pause: ItemPause, date: PlainDate): ClockDay {
  return { date, counted: false, why: `特别程序·${pause.name}，所需时间不计入`, whyEn: `${pause.nameEn}: its time is not counted`, article: pause.article, kind: 'paused' };
}

/** Which day of the limit it is. A weekend on which offices work says so and keeps its own document; otherwise the limit itself is cited. */
function countedDay(reason: DayReason, { nth, limit, total }: { nth: number; limit: number; total: number }): DayReason {
  const over = nth - total;
  const cite = (article: string): string => (reason.kind === 'workday' ? article : reason.article);
  if (over > 0) return { why: `${reason.why}，超过期限第 ${over} 日`, whyEn: `${reason.whyEn}, day ${over} past the limit`, article: cite(articles.limit), kind: 'overdue' };
  const within = nth > limit ? { zh: '（延长期限内）', en: ' (within the extension)', article: articles.limit } : { zh: '', en: '', article: articles.workingDays };
  return { why: `${reason.why}，计入第 ${nth} 日${within.zh}`, whyEn: `${reason.whyEn}, day ${nth} of the limit${within.en}`, article: cite(within.article), kind: reason.kind };
}
