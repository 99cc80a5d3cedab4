import type { ClockView } from '../../../src/api/contract.js';
import { Case, CaseEvent } from '../../../src/entities/index.js';
import type { Office } from '../application.js';
import { PlainCalendar, replayClock, replayProject, stageRecord, type ReplayEvent, type ReplayRule, type YearSchedule } from '../replay-clock.js';

/** A case as its clock is derived. */
interface ClockedRow {
  id: string;
  kind: string;
  itemCode: string | null;
  projectType: string;
  stage: string;
  itemListVersion: number;
}

/** The clocks of the office beside a replay of the records, by the calendar years that are published now. */
export class Clocks {
  private readonly years = new Map<number, YearSchedule>();
  calendar = new PlainCalendar(this.years);

  constructor(private readonly office: Office) {}

  scheduleOf(year: number): YearSchedule | undefined {
    return this.years.get(year);
  }

  /** Reads a year as it is published now. */
  async readYear(year: number): Promise<void> {
    this.years.set(year, (await this.office.get<{ schedule: YearSchedule }>('admin', `/calendar/${year}`)).schedule);
    this.calendar = new PlainCalendar(this.years);
  }

  /** Stages and items of which the clock differs from the replay – dates, used days, each single day – and projects of which the days do; in words. */
  async differences(stages: readonly string[], projects: readonly string[], today: string): Promise<string[]> {
    const { read } = this.office.test.product.services.database;
    const found: (string | undefined)[] = [];
    for (const stage of stages) {
      const rows = await read.query('SELECT id, kind, itemCode, projectType, stage, itemListVersion FROM cases WHERE id = ? OR parentId = ?', [stage, stage]);
      for (const row of rows as unknown as ClockedRow[]) found.push(await this.differenceIn(row, today));
    }
    for (const project of projects) found.push(await this.differenceInProject(project, today));
    return found.filter((each): each is string => each !== undefined);
  }

  private async differenceIn(row: ClockedRow, today: string): Promise<string | undefined> {
    const { items: events } = await this.office.get<{ items: ReplayEvent[] }>('clerk', `/cases/${row.id}/events`).catch(() => ({ items: [] }));
    const replay = replayClock(row.kind === 'stage' ? stageRecord(events) : events, { rule: this.ruleOf(row), asOf: today, calendar: this.calendar });
    // A draft, or an application that was not accepted: no share of the promise runs.
    if (!replay && row.kind === 'stage') return undefined;
    const clock = await this.office.get<ClockView>('clerk', `/cases/${row.id}/clock`);
    const told = { state: clock.state, due: clock.due, usedWorkdays: clock.usedWorkdays, days: clock.days.map(({ date, counted }) => ({ date, counted })) };
    if (JSON.stringify(told) === JSON.stringify(replay)) return undefined;
    return `the clock of ${row.itemCode ?? row.stage} (${row.id}) on ${today} is\n${JSON.stringify(told)}\nthe replay of its record is\n${JSON.stringify(replay)}\n${JSON.stringify(events)}`;
  }

  private ruleOf({ kind, itemCode, projectType, stage, itemListVersion }: ClockedRow): ReplayRule {
    const { items } = this.office.test.product.services;
    if (kind === 'stage') return { workdays: items.stageLimit(projectType, stage) ?? items.reference.limitWorkdays, startsFrom: 'acceptance' };
    const limits = items.limitsOf(items.get(itemCode as string, itemListVersion), projectType);
    return { workdays: limits.statutoryWorkdays ?? limits.promisedWorkdays, startsFrom: limits.startsFrom };
  }

  private async differenceInProject(projectId: string, today: string): Promise<string | undefined> {
    const { read } = this.office.test.product.services.database;
    const cases = await read.find(Case, 'projectId = ?', [projectId]);
    const events = await read.find(CaseEvent, 'caseId IN (SELECT id FROM cases WHERE projectId = ?) ORDER BY seq', [projectId]);
    const records = cases.map(({ id, kind }) => ({ kind: kind as 'stage' | 'item', events: events.filter(({ caseId }) => caseId === id).map(({ onDate, type, data }) => ({ on: onDate, type, data: data as Record<string, unknown> })) }));
    const replay = replayProject(records, { asOf: today, calendar: this.calendar });
    const { days } = await this.office.get<ClockView>('enterprise', `/projects/${projectId}/clock`);
    const told = days.filter(({ counted }) => counted).map(({ date }) => date);
    if (JSON.stringify(told) === JSON.stringify(replay)) return undefined;
    return `the project ${projectId} has used on ${today}\n${JSON.stringify(told)}\nthe replay of its records has\n${JSON.stringify(replay)}`;
  }
}
