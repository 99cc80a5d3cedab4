import { CaseEvent, Permit } from '../../entities/index.js';
import { deriveClock } from '../cases/case-clock.js';
import type { AutomaticTask } from './automatic-task.js';

/** How the legal clock of the case stands, for conditions such as “less than three days left”. */
export const readClockTask: AutomaticTask = {
  name: 'read-clock',
  zh: '读取本办件的时限：usedWorkdays（已用工作日）、remainingWorkdays（剩余工作日，尚未受理时为空）',
  en: 'Reads the legal clock of the case: usedWorkdays, remainingWorkdays (null before acceptance)',
  gives: ['usedWorkdays', 'remainingWorkdays'],
  async run(context, { caseRecord }) {
    const events = await context.database.read.find(CaseEvent, 'caseId = ? ORDER BY seq', [caseRecord.id]);
    const { usedWorkdays, remainingWorkdays } = await deriveClock(context, caseRecord, events);
    return { variables: { usedWorkdays, remainingWorkdays: remainingWorkdays ?? null } };
  },
};

/** Which permits of this project are in force. */
export const readPermitsTask: AutomaticTask = {
  name: 'read-permits',
  zh: '读取本项目有效的许可：permitsHeld（事项代码列表）',
  en: 'Reads the permits of the project that are in force: permitsHeld (codes of their items)',
  gives: ['permitsHeld'],
  async run(context, { caseRecord }) {
    const permits = await context.database.read.find(Permit, "state = 'valid' AND caseId IN (SELECT id FROM cases WHERE projectId = ?) ORDER BY itemCode", [caseRecord.projectId]);
    return { variables: { permitsHeld: [...new Set(permits.map(({ itemCode }) => itemCode))] } };
  },
};
