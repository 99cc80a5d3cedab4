import { type Command, InvalidArgumentError } from 'commander';
import { addDays, countWorkdays, findDue, isPlainDate, validateHolidaySchedule, type HolidayCalendar, type ScheduleFault } from '../calendar/index.js';
import { DomainError } from '../errors/domain-error.js';
import { readHolidayCalendar } from './read-holiday-calendar.js';
import { parseJson, readInput } from './read-json.js';

interface Answer {
  readonly exitCode: number;
  readonly answer: unknown;
  /** The same for people. */
  readonly sentence: string;
}
interface Common {
  readonly json?: boolean;
  readonly holidays?: string;
}

/** `onestop calendar due | count | check`: working days on the published calendar, and the check of a year's schedule before its import. */
export function registerCalendarCommand(program: Command): void {
  const calendar = program.command('calendar').description('工作日历 · working days on the published calendar');

  common(calendar.command('due').description('起算日后第 N 个工作日 · the N-th working day after a date'))
    .requiredOption('--from <date>', 'the first day, which is not counted', plainDate)
    .requiredOption('--workdays <n>', 'how many working days', count)
    .action(async (options: Common & { from: string; workdays: number }) => print(answerDue(options, await readHolidayCalendar(options.holidays)), options));

  common(calendar.command('count').description('两日之间的工作日数 · working days after --from up to and including --to'))
    .requiredOption('--from <date>', 'the day after which counting begins', plainDate)
    .requiredOption('--to <date>', 'the last day counted', plainDate)
    .action(async (options: Common & { from: string; to: string }) => print(answerCount(options, await readHolidayCalendar(options.holidays)), options));

  common(calendar.command('check').description('核对年度放假安排 · checks a year’s schedule before it is imported'))
    .argument('<file>', 'the schedule as JSON, or - for standard input')
    .action(async (file: string, options: Common) => print(answerCheck(parseJson(await readInput(file), file)), options));
}

/** The due date, or exit code 1 and the missing year while the date is provisional. */
export function answerDue({ from, workdays }: { from: string; workdays: number }, calendar: HolidayCalendar): Answer {
  const due = findDue(from, workdays, calendar);
  if (due.provisional) return { exitCode: 1, answer: due, sentence: `暂定：${due.missingYear} 年放假安排尚未公布，不早于 ${due.notBefore}` };
  return { exitCode: 0, answer: due, sentence: `${from} 起第 ${workdays} 个工作日：${due.due}` };
}

/** The number of working days in (from, to], or exit code 1 when one of them lies in an unpublished year. */
export function answerCount({ from, to }: { from: string; to: string }, calendar: HolidayCalendar): Answer {
  try {
    const workdays = countWorkdays(from, to, calendar);
    const span = from === to ? from : `${addDays(from, 1)} 至 ${to}`;
    return { exitCode: 0, answer: { workdays }, sentence: `${span}：${workdays} 个工作日` };
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'CALENDAR_YEAR_UNKNOWN') throw error;
    return { exitCode: 1, answer: { workdays: null, provisional: true, missingYear: error.details['year'] }, sentence: `暂定：${error.message}` };
  }
}

/** Exit code 1 when the schedule has a fault of severity `error`; warnings are listed and pass. */
export function answerCheck(json: unknown): Answer {
  const { schedule, faults } = validateHolidaySchedule(json);
  const head = schedule ? `${schedule.year} 年放假安排可以导入` : '放假安排有误，不能导入';
  return { exitCode: schedule ? 0 : 1, answer: { ok: schedule !== null, faults }, sentence: [head, ...faults.map(faultLine)].join('\n') };
}

function faultLine({ severity, place, message }: ScheduleFault): string {
  return `  ${severity === 'error' ? '错误' : '提示'} ${place || '/'}：${message}`;
}

function common(command: Command): Command {
  return command.option('--holidays <folder>', 'a folder of holiday schedules instead of the delivered ones').option('--json', 'answer with one JSON document');
}

function plainDate(text: string): string {
  if (!isPlainDate(text)) throw new InvalidArgumentError(`"${text}" is not a date; write yyyy-mm-dd`);
  return text;
}

function count(text: string): number {
  if (!/^\d{1,5}$/.test(text)) throw new InvalidArgumentError(`"${text}" is not a number of days`);
  return Number(text);
}

function print({ exitCode, answer, sentence }: Answer, { json }: Common): void {
  process.stdout.write(`${json ? JSON.stringify(answer) : sentence}\n`);
  process.exitCode = exitCode;
}
