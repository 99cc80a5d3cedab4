import { notifyApplicant, notifyDepartment } from '../cases/notify.js';
import type { AutomaticTask, TaskCall } from './automatic-task.js';

/** Leaves a notice for the applicant: the variable `noticeText` if the flow gives one, else the name of the step. */
export const notifyApplicantTask: AutomaticTask = {
  name: 'notify-applicant',
  zh: '给申请人发送站内通知（变量 noticeText，或者环节名称）',
  en: 'Leaves a notice for the applicant (the variable noticeText, or the name of the step)',
  gives: [],
  run: async (_context, call) => ({ write: (step) => notifyApplicant(step, textOf(call)) }),
};

/** The same for the department that handles the item, or leads the stage. */
export const notifyDepartmentTask: AutomaticTask = {
  name: 'notify-department',
  zh: '给承办部门（阶段为牵头部门）发送站内通知',
  en: 'Leaves a notice for the department that handles the item or leads the stage',
  gives: [],
  run: async (_context, call) => ({ write: (step) => notifyDepartment(step, step.caseRecord.departmentId, textOf(call)) }),
};

function textOf({ caseRecord, name, variables }: TaskCall): string {
  const said = variables.noticeText;
  return `“${caseRecord.title}”（${caseRecord.number}）：${typeof said === 'string' && said !== '' ? said : name}`;
}
