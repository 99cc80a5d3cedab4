import type { Command } from 'commander';
import { itemClock, projectClock, type HolidayCalendar, type ItemClockInput, type ProjectClockInput } from '../calendar/index.js';
import { itemClockReport, projectClockReport } from './clock-report.js';
import { readHolidayCalendar } from './read-holiday-calendar.js';
import { parseJson, readInput } from './read-json.js';

interface ClockOptions {
  readonly project?: boolean;
  readonly json?: boolean;
  readonly holidays?: string;
}

/** `onestop clock FILE.json|- [--project] [--json]`: the legal clock of an item, or the promised clock of a project, day by day. */
export function registerClockCommand(program: Command): void {
  program
    .command('clock')
    .description('法定时限逐日计算 · counts the legal days of an item or project, day by day')
    .argument('<file>', 'the facts as JSON, or - for standard input')
    .option('--project', 'the clock of a whole project: distinct working days of all its items')
    .option('--holidays <folder>', 'a folder of holiday schedules instead of the delivered ones')
    .option('--json', 'answer with one JSON document')
    .action(async (file: string, options: ClockOptions) => {
      const input = parseJson(await readInput(file), file);
      const { exitCode, output } = answerClock(input, options, await readHolidayCalendar(options.holidays));
      process.stdout.write(`${output}\n`);
      process.exitCode = exitCode;
    });
}

/** Exit code 1 when the limit was overrun: the item is overdue (or was decided late), the project used more days than it has. */
export function answerClock(input: unknown, { project, json }: ClockOptions, calendar: HolidayCalendar): { exitCode: number; output: string } {
  if (project) {
    const clock = projectClock(input as ProjectClockInput, calendar);
    return { exitCode: clock.overdue ? 1 : 0, output: json ? JSON.stringify(clock) : projectClockReport(clock) };
  }
  const clock = itemClock(input as ItemClockInput, calendar);
  return { exitCode: clock.overdue ? 1 : 0, output: json ? JSON.stringify(clock) : itemClockReport(clock) };
}
