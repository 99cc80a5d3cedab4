import type { ClockDay, ItemClock, LimitUse, ProjectClock, ProjectDay } from '../calendar/index.js';

const states: Record<ItemClock['state'], string> = { received: '已收件', awaitingCorrection: '待补正', running: '计时中', paused: '暂停计时', decided: '已作出决定', withdrawn: '已撤回' };
const lights: Record<ItemClock['light'], string> = { green: '绿灯', yellow: '黄灯', red: '红灯', paused: '计时冻结', done: '已办结' };
const projectStates: Record<ProjectClock['state'], string> = { running: '计时中', paused: '暂停计时', idle: '没有在办事项' };

/** The clock of an item for people: figures first, then every day with its reason. */
export function itemClockReport(clock: ItemClock): string {
  const lines = [`状态：${states[clock.state]}`];
  if (clock.acceptedOn) lines.push(`受理日期：${clock.acceptedOn}${clock.acceptance === 'deemed' ? '（逾期未告知补正，视为受理）' : ''}`);
  lines.push(`法定时限：${use(clock, clock)}`);
  if (clock.promised) lines.push(`承诺时限：${use(clock.promised, clock)}`);
  if (clock.calendarDayDue) lines.push(`注意：法律只写“日”，按自然日计算的届满日为 ${clock.calendarDayDue}`);
  if (clock.unpublishedDays > 0) lines.push(`注意：有 ${clock.unpublishedDays} 天所在年度的放假安排尚未公布，未计入`);
  for (const { event, reason } of clock.refused) lines.push(`第 ${event + 1} 项记录不影响时限：${reason}`);
  return [...lines, '', ...clock.days.map(dayLine)].join('\n');
}

/** The clock of a project for people. */
export function projectClockReport(clock: ProjectClock): string {
  const exhausted = clock.exhaustedOn ? `，用完日 ${clock.exhaustedOn}` : clock.provisional ? '，用完日暂定（日历未公布）' : '';
  const lines = [
    `状态：${projectStates[clock.state]}`,
    `总时限：${clock.limitWorkdays} 个工作日，已用 ${clock.usedWorkdays}，剩余 ${clock.remainingWorkdays}${exhausted}，${lights[clock.light]}`,
    ...clock.items.map(({ id, usedWorkdays }) => `  ${id}：${usedWorkdays} 个工作日`),
  ];
  return [...lines, '', ...clock.days.map(dayLine)].join('\n');
}

function use(limit: LimitUse, { state, provisionalBecause }: ItemClock): string {
  const pending = limit.provisional ? `暂定${provisionalBecause ? `（${provisionalBecause.missingYear} 年日历未公布，不早于 ${provisionalBecause.notBefore}）` : ''}` : state === 'paused' ? '暂停中，恢复后确定' : '受理后确定';
  return `${limit.limitWorkdays} 个工作日，已用 ${limit.usedWorkdays}，剩余 ${limit.remainingWorkdays}，届满日 ${limit.due ?? pending}，${lights[limit.light]}${limit.overdue ? '，已超期' : ''}`;
}

function dayLine({ date, counted, why, article }: ClockDay | ProjectDay): string {
  return `${date} ${counted ? '＋' : '　'} ${why}（${article}）`;
}
