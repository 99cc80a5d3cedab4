import { Department } from '../../entities/index.js';
import { countWorkdays } from '../../calendar/working-days.js';
import { plainDateOf } from '../../calendar/plain-date.js';
import { DomainError } from '../../errors/domain-error.js';
import type { ServiceContext } from '../service-context.js';

export interface DurationRow {
  department: { id: string; name: string };
  itemCode: string;
  item: string;
  /** Cases of this item that were accepted in the period. */
  cases: number;
  open: number;
  ended: number;
  /** Average working days of all of them, to two decimals; nothing where a year is not published. */
  averageWorkdays: number | null;
  longestWorkdays: number | null;
}

export interface DurationReport {
  from: string;
  to: string;
  today: string;
  /** How it is counted, to be printed with the figures. */
  rule: { zh: string; en: string };
  rows: DurationRow[];
  total: { cases: number; open: number; ended: number; averageWorkdays: number | null };
}

interface Counted {
  itemCode: string;
  title: string;
  departmentId: string;
  isOpen: boolean;
  workdays: number | null;
}

/**
 * How long items take, per department and item. Cases that are still open count up to today, so that a department does not look quick by
 * leaving the hard ones undone; the rule stands in the report.
 */
export async function reportDurations(context: ServiceContext, { from, to }: { from: string; to: string }): Promise<DurationReport> {
  const today = plainDateOf(context.clock.now());
  const { read } = context.database;
  const cases = await read.query(
    "SELECT itemCode, title, departmentId, acceptedOn, decidedOn, closedAt FROM cases WHERE kind = 'item' AND acceptedOn >= ? AND acceptedOn <= ? ORDER BY departmentId, itemCode, number",
    [from, to],
  );
  const departments = new Map((await read.find(Department)).map((each) => [each.id, each.nameZh]));
  const counted = cases.map((row): Counted => {
    const end = (row.decidedOn as string | null) ?? (row.closedAt === null ? null : plainDateOf(new Date(row.closedAt as string)));
    return { itemCode: row.itemCode as string, title: row.title as string, departmentId: row.departmentId as string, isOpen: end === null, workdays: workdaysOf(context, row.acceptedOn as string, end ?? today) };
  });
  const groups = new Map<string, Counted[]>();
  for (const each of counted) {
    const key = `${each.departmentId} ${each.itemCode}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return {
    from,
    to,
    today,
    rule: {
      zh: `统计 ${from} 至 ${to} 受理的全部事项：从受理次日起算的工作日，已办结的算到决定（或撤回）之日，尚未办结的算到今天（${today}）；特别程序期间不扣除；平均数保留两位小数，四舍五入。`,
      en: `All items accepted from ${from} to ${to}: working days after the day of acceptance, of ended cases up to the decision (or withdrawal), of open ones up to today (${today}); special procedures are not taken out; averages to two decimals, half up.`,
    },
    rows: [...groups.values()].map((group) => ({ ...headOf(group[0] as Counted, departments), ...figuresOf(group), longestWorkdays: longestOf(group) })),
    total: figuresOf(counted),
  };
}

const headOf = ({ departmentId, itemCode, title }: Counted, departments: Map<string, string>): Pick<DurationRow, 'department' | 'itemCode' | 'item'> => ({ department: { id: departmentId, name: departments.get(departmentId) ?? departmentId }, itemCode, item: title });

function figuresOf(group: readonly Counted[]): { cases: number; open: number; ended: number; averageWorkdays: number | null } {
  const open = group.filter((each) => each.isOpen).length;
  const days = group.map((each) => each.workdays);
  const known = days.filter((each) => each !== null);
  const sum = known.reduce((one, other) => one + other, 0);
  // In hundredths, so that halves are rounded up as they stand and not as binary fractions have them.
  const averageWorkdays = known.length === 0 || known.length < days.length ? null : Math.floor((sum * 200 + known.length) / (2 * known.length)) / 100;
  return { cases: group.length, open, ended: group.length - open, averageWorkdays };
}

function longestOf(group: readonly Counted[]): number | null {
  const days = group.map((each) => each.workdays);
  return days.some((each) => each === null) ? null : Math.max(...(days as number[]));
}

function workdaysOf(context: ServiceContext, acceptedOn: string, end: string): number | null {
  try {
    return countWorkdays(acceptedOn, end < acceptedOn ? acceptedOn : end, context.calendars.current());
  } catch (error) {
    if (error instanceof DomainError && error.code === 'CALENDAR_YEAR_UNKNOWN') return null;
    throw error;
  }
}
