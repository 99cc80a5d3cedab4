import { Case, CaseForm, Department, Person, WorkItem } from '../../entities/index.js';
import type { AssignmentRule } from '../../workflows/bpmn/assignment-rule.js';
import { roleNames, type Role } from '../actor.js';
import type { CaseStep } from '../cases/case-step.js';
import { isOwnApplication, mayHandle } from '../cases/may-act.js';
import { notifyRole } from '../cases/notify.js';
import { actorOf } from '../work-items/on-work-item.js';

/** On whose desk a new piece of work is put. */
export interface Desk {
  role: string | null;
  departmentId: string | null;
  assigneeId: string | null;
}

export interface RuledStep {
  step: string;
  name: string;
  rules: readonly AssignmentRule[];
  /** Where the work goes when no rule finds anybody. */
  queue: { role: string | null; departmentId: string | null };
  /** Steps whose person may not do this one. */
  notSameAs: readonly string[];
}

/**
 * Finds who gets a step by the rules of the flow, in their order: the first that finds somebody in office who may do it. Nobody, somebody
 * who left, somebody without the step's role or department, somebody who did what he would have to check, or the applicant's own people
 * 回避 are passed over; then the work lies in the queue of the step, and if nobody in office can take it from there, with the leaders of
 * the area. Whatever was passed over stands in the record, and the administrators are told.
 */
export async function findAssignee(step: CaseStep, ruled: RuledStep): Promise<Desk> {
  const passedOver: string[] = ruled.rules.length === 0 ? ['规则没有指明任何人'] : [];
  const desk = (await firstOf(step, ruled, passedOver)) ?? (await queueWithPeople(step, ruled, passedOver));
  if (passedOver.length > 0) warn(step, { ruled, passedOver, queue: await queueName(step, desk) });
  return desk;
}

async function firstOf(step: CaseStep, ruled: RuledStep, passedOver: string[]): Promise<Desk | undefined> {
  for (const rule of ruled.rules) {
    const found = await lookUp(step, ruled, rule);
    if (typeof found !== 'string') return found;
    // That nobody has done the step before its first time is no fault of the flow.
    if (!(rule.kind === 'handler-of' && rule.value === ruled.step && found === nobodyYet(ruled.step))) passedOver.push(found);
  }
  return undefined;
}

/** The desk that one rule finds, or why it finds none. */
async function lookUp(step: CaseStep, ruled: RuledStep, rule: AssignmentRule): Promise<Desk | string> {
  switch (rule.kind) {
    case 'person':
      return giveTo(step, ruled, rule.value);
    case 'handler-of': {
      const handler = await handlerOf(step, rule.value);
      return handler === undefined ? nobodyYet(rule.value) : giveTo(step, ruled, handler);
    }
    case 'field':
      return byField(step, ruled, rule.value);
    case 'role':
      return queued(step, { ...ruled.queue, role: rule.value });
    case 'department':
      return queued(step, { role: ruled.queue.role ?? 'reviewer', departmentId: rule.value });
    case 'lead-department':
      return queued(step, { role: ruled.queue.role ?? 'reviewer', departmentId: (await stageOf(step)).departmentId });
  }
}

const nobodyYet = (step: string): string => `环节 ${step} 尚无经办人`;

async function giveTo(step: CaseStep, { queue, notSameAs }: RuledStep, key: string): Promise<Desk | string> {
  const person = await step.tx.findOne(Person, 'id = ? OR username = ?', [key, key]);
  if (!person) return `没有人员 ${key}`;
  if (!person.enabled) return `${person.name}已离岗`;
  const work = workOn(step, queue);
  if (isOwnApplication(actorOf(person), work)) return `${person.name}与申请人有关，应当回避`;
  if (!mayHandle(actorOf(person), work)) return `${person.name}不具有该环节的岗位或部门`;
  for (const checked of notSameAs) if ((await handlerOf(step, checked)) === person.id) return `${person.name}办理过所要复核的环节`;
  return { ...queue, assigneeId: person.id };
}

/** Who did the step last, in this case or in the stage that it belongs to. */
async function handlerOf({ tx, caseRecord }: CaseStep, step: string): Promise<string | undefined> {
  const [last] = await tx.find(WorkItem, "caseId IN (?, ?) AND step = ? AND status = 'done' AND doneBy IS NOT NULL ORDER BY doneAt DESC LIMIT 1", [caseRecord.id, caseRecord.parentId ?? caseRecord.id, step]);
  return last?.doneBy ?? undefined;
}

/** A field of the application may name a person or a department. */
async function byField(step: CaseStep, ruled: RuledStep, field: string): Promise<Desk | string> {
  const stage = await stageOf(step);
  const form = await step.tx.findOne(CaseForm, 'caseId = ? AND revision = ?', [stage.id, stage.formRevision]);
  const [section = '', name = ''] = field.split('.');
  const value = (form?.data as Record<string, Record<string, unknown>> | undefined)?.[section]?.[name];
  if (typeof value !== 'string' || value === '') return `申请表 ${field} 未填写`;
  const department = await step.tx.findOne(Department, 'id = ? OR nameZh = ?', [value, value]);
  return department ? queued(step, { role: ruled.queue.role ?? 'reviewer', departmentId: department.id }) : giveTo(step, ruled, value);
}

/** A queue, if anybody in office can take work from it. */
async function queued(step: CaseStep, queue: { role: string | null; departmentId: string | null }): Promise<Desk | string> {
  if (await hasPeople(step, queue)) return { ...queue, assigneeId: null };
  return `${await queueName(step, queue)}没有在岗人员`;
}

async function queueWithPeople(step: CaseStep, { queue }: RuledStep, passedOver: string[]): Promise<Desk> {
  const own = queue.role === null && queue.departmentId !== null ? { ...queue, role: 'reviewer' } : queue;
  const found = await queued(step, own);
  if (typeof found !== 'string') return found;
  passedOver.push(found);
  return { role: 'leader', departmentId: null, assigneeId: null };
}

async function hasPeople(step: CaseStep, queue: { role: string | null; departmentId: string | null }): Promise<boolean> {
  if (queue.role === null) return false;
  // The applicant and the commissioned agency are who they are.
  if (queue.role === 'enterprise' || queue.role === 'agency') return true;
  const people = await step.tx.find(Person, 'enabled = 1');
  return people.some((person) => mayHandle(actorOf(person), workOn(step, queue)));
}

/** The work as it would lie in a queue, to ask who may take it. */
const workOn = ({ caseRecord }: CaseStep, queue: { role: string | null; departmentId: string | null }): WorkItem =>
  ({ ...queue, organisationId: null, assigneeId: null, applicantId: caseRecord.organisationId }) as WorkItem;

const stageOf = async ({ tx, caseRecord }: CaseStep): Promise<Case> => (caseRecord.parentId === null ? caseRecord : ((await tx.findOne(Case, 'id = ?', [caseRecord.parentId])) as Case));

async function queueName({ tx }: CaseStep, { role, departmentId, assigneeId }: { role: string | null; departmentId: string | null; assigneeId?: string | null }): Promise<string> {
  if (assigneeId) return (await tx.findOne(Person, 'id = ?', [assigneeId]))?.name ?? assigneeId;
  const department = departmentId === null ? undefined : await tx.findOne(Department, 'id = ?', [departmentId]);
  return `${department?.nameZh ?? departmentId ?? ''}${roleNames[role as Role] ?? role ?? ''}`;
}

function warn(step: CaseStep, { ruled, passedOver, queue }: { ruled: RuledStep; passedOver: readonly string[]; queue: string }): void {
  step.note('assignmentFellBack', { name: ruled.name, passedOver, to: queue }, { step: ruled.step });
  notifyRole(step, 'admin', `办件“${step.caseRecord.title}”的“${ruled.name}”未能按指派规则办理：${passedOver.join('；')}。已转入${queue}，请核对流程与人员。`);
}
