import { mayHandle } from '../../cases/may-act.js';
import { isOfFlow } from '../case-facts.js';
import type { Rule } from './rule.js';
import { releaseToQueue } from './work-for-disabled-person.js';

/** Everything open can be done by somebody in office. Where only the chosen person cannot, the queue gets it back. */
export const workWithoutPerson: Rule = {
  find: ({ work, office }) =>
    work
      .filter((item) => (item.assigneeId === null || office.inOffice.has(item.assigneeId)) && !office.anybodyFor(item, mayHandle))
      .map((item) => {
        const inQueue = item.assigneeId !== null && office.anybodyFor({ ...item, assigneeId: null }, mayHandle);
        const remedy = inQueue ? '指定的人员已不在该岗位，退回部门待办队列' : `由系统管理员为${isOfFlow(item) ? '该部门岗位' : '该单位'}配备在岗人员，或者由两名管理员改派`;
        return { workItem: item.id, message: `“${item.name}”没有在岗人员可以办理`, messageEn: `Nobody in office can do "${item.name}"`, repairable: inQueue, remedy };
      }),
  repair: (step, { workItem }) => releaseToQueue(step, workItem as string),
};
