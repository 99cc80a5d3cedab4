import type { Effect } from '../../workflows/machine/effects.js';
import type { CaseStep } from './case-step.js';
import { notifyApplicant, notifyDepartment } from './notify.js';

/** A flow ended by an error that nothing in it catches. An item case stops and its stage is told; a stage case is over with it. */
export function endByError(step: CaseStep, { error, step: element }: Extract<Effect, { type: 'endedByError' }>): void {
  const { caseRecord } = step;
  step.note('endedByError', { error }, { step: element });
  step.set({ status: 'stopped' });
  if (caseRecord.kind === 'item') return;
  step.set({ closedAt: step.at, dueOn: null });
  notifyApplicant(step, `“${caseRecord.title}”（${caseRecord.number}）的办理已停止：${error || '流程以错误结束'}。`);
  notifyDepartment(step, caseRecord.departmentId, `“${caseRecord.title}”（${caseRecord.number}）的流程以错误“${error}”结束。`);
}

/** An escalation that nothing in the flow catches is told to the department; an item's goes on to its stage as well. */
export function tellEscalation(step: CaseStep, { code, step: element }: Extract<Effect, { type: 'escalate' }>): void {
  const { caseRecord } = step;
  step.note('escalated', { code }, { step: element });
  notifyDepartment(step, caseRecord.departmentId, `“${caseRecord.title}”（${caseRecord.number}）上报事项：${code || '未写明'}。`);
}
