import { articles } from './articles.js';
import type { DayKind } from './day-kind.js';
import type { DayDescription } from './holiday-calendar.js';
import { toDayNumber, weekdayOf, yearOf, type PlainDate } from './plain-date.js';

/** Why offices work on a day, or do not, in words and with the article. */
export interface DayReason {
  readonly why: string;
  readonly whyEn: string;
  readonly article: string;
  readonly kind: DayKind;
}

const weekdays = ['周日', '周一', '周二', '周三', '周四', '周五', '周六'];
const weekdaysEn = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** What is said about a day of the calendar, whatever clock looks at it. */
export function describeWorkday(day: DayDescription, date: PlainDate): DayReason {
  const weekday = weekdayOf(toDayNumber(date));
  const [zh, en] = [weekdays[weekday]!, weekdaysEn[weekday]!];
  const name = day.name ?? '';
  switch (day.kind) {
    case 'weekday':
      return { why: '工作日', whyEn: 'working day', article: articles.workingDays, kind: 'workday' };
    case 'makeUp':
      return { why: `${zh}，${name}调休上班`, whyEn: `${en}, make-up workday`, article: `${articles.workingDays}；${day.document}`, kind: 'makeUpWorkday' };
    case 'localWork':
      return { why: `${zh}，${name}，按地方规定上班`, whyEn: `${en}, workday by local decision`, article: `${articles.localHolidays}；${day.document}`, kind: 'makeUpWorkday' };
    case 'weekend':
      return { why: `${zh}，休息日不计入`, whyEn: `${en}, not a working day`, article: articles.workingDays, kind: 'dayOff' };
    case 'holiday':
      return { why: `${name}放假，不计入`, whyEn: 'public holiday, not counted', article: `${articles.workingDays}；${day.document}`, kind: 'dayOff' };
    case 'localOff':
      return { why: `${name}，按地方规定放假，不计入`, whyEn: 'local day off, not counted', article: `${articles.localHolidays}；${day.document}`, kind: 'dayOff' };
    case 'unpublished': {
      const year = yearOf(date);
      return { why: `暂定：${year} 年放假安排尚未公布，暂不计入`, whyEn: `provisional: the schedule of ${year} is not published; not counted yet`, article: articles.holidays, kind: 'unpublished' };
    }
  }
}
