import type { FlowProcess } from '../../bpmn/flow-model.js';
import { namesQueue } from '../../bpmn/assignment-rule.js';
import type { Finding } from '../../lint/finding.js';
import { namesInEnglish, namesOf } from '../wording.js';
import { lawSeverity } from '../severity.js';

/** Each step for a person needs a queue from which somebody may take it: a role or a department, its own, that of its lane or that of a rule. Rules that name people may find nobody. */
export function noAssignee(process: FlowProcess): Finding[] {
  const nobody = Object.values(process.nodes).filter(({ kind, oa }) => kind === 'userTask' && oa.role === undefined && oa.department === undefined && !namesQueue(oa.assignment ?? '')).map(({ id }) => id);
  if (nobody.length === 0) return [];
  return [{
    rule: 'no-assignee',
    severity: lawSeverity(process),
    elements: nobody,
    message: `${namesOf(process, nobody)}没有指定办理角色或部门（按人员指派的规则可能找不到人，须有兜底队列），不会出现在任何人的待办里。`,
    messageEn: `${namesInEnglish(process, nobody)} names neither role nor department (rules that name people may find nobody) and would be in nobody's list of work.`,
  }];
}
