import { Case, CaseForm, Project, ProjectValue } from '../../entities/index.js';
import { assertNotExclusive } from '../../catalogue/exclusive-items.js';
import { DomainError } from '../../errors/domain-error.js';
import { formOfStage } from '../../forms/stage-form.js';
import { prefill } from '../../forms/prefill.js';
import { requireRole, type Actor } from '../actor.js';
import type { ServiceContext } from '../service-context.js';

export interface NewCase {
  projectId: string;
  stage: string;
  items: string[];
}

/**
 * Opens the draft of a stage application with the chosen items; the window may do so for an applicant at the counter. Its form starts with what the project's earlier applications already
 * said. Throws PROJECT_NOT_FOUND, NOT_YOURS, ITEM_NOT_FOUND, ITEMS_EXCLUSIVE, ITEM_NOT_IN_STAGE and NO_FLOW_FOR_STAGE.
 */
export async function openCase(context: ServiceContext, actor: Actor, request: NewCase): Promise<{ id: string }> {
  requireRole(actor, 'enterprise', 'clerk');
  const list = context.items.list();
  const codes = [...new Set(request.items)];
  const items = context.items.getAll(codes);
  const foreign = items.filter((item) => item.stage.id !== request.stage && item.stage.id !== 'BX');
  if (foreign.length > 0) throw new DomainError('ITEM_NOT_IN_STAGE', { items: foreign.map((item) => item.nameZh).join('、'), stage: context.items.stageName(request.stage) });
  assertNotExclusive(codes, list.meta.mutuallyExclusive);
  await context.flows.getCurrentForStage(request.stage);

  return context.database.inTransaction(async (tx) => {
    const project = await tx.findOne(Project, 'id = ?', [request.projectId]);
    if (!project) throw new DomainError('PROJECT_NOT_FOUND', { id: request.projectId });
    const counter = !actor.roles.includes('enterprise');
    if (!counter && project.organisationId !== actor.organisationId) throw new DomainError('NOT_YOURS');
    const earlier = await tx.find(ProjectValue, 'projectId = ?', [project.id]);
    const { values } = prefill(formOfStage(items), Object.fromEntries(earlier.map((row) => [row.section, row.data as Record<string, unknown>])));
    const now = context.clock.now().toISOString();
    const id = context.newId();
    tx.insert(Case, {
      id,
      number: `草稿-${context.newCode(10)}`,
      queryCode: context.newCode(8),
      kind: 'stage',
      parentId: null,
      projectId: project.id,
      organisationId: project.organisationId,
      stage: request.stage,
      projectType: project.projectType,
      itemCode: null,
      itemCodes: items.map((item) => item.code),
      itemListVersion: list.version,
      departmentId: null,
      title: `${project.name}·${context.items.stageName(request.stage)}`,
      status: 'draft',
      flowVersionId: null,
      pinnedFlows: {},
      flowState: null,
      callKey: null,
      formRevision: 1,
      lastEventSeq: 0,
      lastEventHash: '',
      channel: counter ? 'counter' : null,
      createdBy: actor.id,
      createdAt: now,
      version: 1,
    });
    tx.insert(CaseForm, { caseId: id, revision: 1, data: values, status: 'draft', savedBy: actor.id, savedAt: now });
    return { id };
  });
}
