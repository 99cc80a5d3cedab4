import type { CatalogueEntry } from '../catalogue-entry.js';

/** The working-day calendar and the legal clock. */
export const calendarErrors = {
  CALENDAR_YEAR_UNKNOWN: { kind: 'rejected', zh: '{year} 年的工作日安排尚未公布，不能推算', en: 'The working-day schedule of {year} has not been published; it is never guessed' },
  DATE_INVALID: { kind: 'invalid', zh: '“{date}”不是有效的日期，应写作 yyyy-mm-dd', en: '"{date}" is not a date; write yyyy-mm-dd' },
  PERIOD_INVALID: { kind: 'invalid', zh: '期间有误：{reason}', en: 'The period is wrong: {reasonEn}' },
  CLOCK_INPUT_INVALID: { kind: 'invalid', zh: '时限计算的输入有误，{place}：{reason}', en: 'The input of the clock is wrong at {place}: {reasonEn}' },
  HOLIDAY_SCHEDULE_INVALID: { kind: 'rejected', zh: '{year} 年放假安排有 {count} 处错误，未导入', en: 'The holiday schedule of {year} has {count} faults and was not imported' },
  PERMIT_START_EXTENSIONS_EXHAUSTED: { kind: 'rejected', zh: '施工许可证延期以两次为限，不能再延；逾期未开工的自行废止', en: 'A works permit may be extended twice only; unused, it lapses by itself' },
  CLOCK_NOT_FIXED: { kind: 'conflict', zh: '本系统按真实时间运行，不能调整时钟', en: 'This server follows the real time; its clock cannot be moved' },
} as const satisfies Record<string, CatalogueEntry>;
