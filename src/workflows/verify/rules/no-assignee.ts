import type { FlowProcess } from '../../bpmn/flow-model.js';
import type { Finding } from '../../lint/finding.js';
import { namesInEnglish, namesOf } from '../wording.js';
import { lawSeverity } from '../severity.js';

/** Each step for a person needs somebody who may do it: a role or a department, its own or that of its lane. */
export function noAssignee(process: FlowProcess): Finding[] {
  const nobody = Object.values(process.nodes).filter(({ kind, oa }) => kind === 'userTask' && oa.role === undefined && oa.department === undefined).map(({ id }) => id);
  if (nobody.length === 0) return [];
  return [{
    rule: 'no-assignee',
    severity: lawSeverity(process),
    elements: nobody,
    message: `${namesOf(process, nobody)}没有指定办理角色或部门，不会出现在任何人的待办里。`,
    messageEn: `${namesInEnglish(process, nobody)} names neither role nor department and would be in nobody's list of work.`,
  }];
}
