import type { AutomaticTask } from './automatic-task.js';
import { notifyApplicantTask, notifyDepartmentTask } from './notify-people.js';
import { readClockTask, readPermitsTask } from './read-office.js';

/** The handlers that service and send tasks may name with `oa:handler`. A diagram that names another cannot be published. */
export const officeTasks: readonly AutomaticTask[] = [notifyApplicantTask, notifyDepartmentTask, readClockTask, readPermitsTask];
