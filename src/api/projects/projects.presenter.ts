import { statusText } from '../../services/cases/words.js';
import type { ProjectSight } from '../../services/projects/projects.js';
import type { CaseStatus, ProjectView } from '../contract.js';

export function presentProject({ project, organisation, cases, clock }: ProjectSight): ProjectView {
  return {
    id: project.id,
    name: project.name,
    projectType: project.projectType,
    ...(project.projectCode && { projectCode: project.projectCode }),
    organisation: { id: organisation.id, name: organisation.name },
    version: project.version,
    createdAt: project.createdAt,
    ...(clock && {
      clock: {
        state: clock.remainingWorkdays < 0 ? 'overdue' : 'running',
        usedWorkdays: clock.usedWorkdays,
        remainingWorkdays: clock.remainingWorkdays,
        due: null,
        provisional: false,
        light: clock.remainingWorkdays < 0 ? 'red' : clock.remainingWorkdays <= 16 ? 'yellow' : 'green',
        limitWorkdays: clock.usedWorkdays + clock.remainingWorkdays,
      },
    }),
    cases: cases.map((each) => ({ id: each.id, number: each.number, stage: each.stage, status: each.status as CaseStatus, statusText: statusText(each.status) })),
  };
}
