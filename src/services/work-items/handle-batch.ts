import { Case, WorkItem } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Actor } from '../actor.js';
import { actOnCase } from '../cases/act-on-case.js';
import type { ServiceContext } from '../service-context.js';

export interface BatchOutcome {
  workItem: string;
  done: boolean;
  code?: string;
  message?: string;
}

/**
 * Does the same action with several pieces of work 批量办理, each in a unit of work of its own: what is refused for one does not stop the
 * others and is told beside it. Safe to repeat, since what was done is no longer open.
 */
export async function handleBatch(context: ServiceContext, actor: Actor, request: { action: string; workItems: string[]; form?: Record<string, unknown> | undefined }): Promise<BatchOutcome[]> {
  const outcomes: BatchOutcome[] = [];
  for (const id of new Set(request.workItems)) {
    try {
      await handleOne(context, actor, { id, action: request.action, form: request.form ?? {} });
      outcomes.push({ workItem: id, done: true });
    } catch (error) {
      if (!(error instanceof DomainError) || error.kind === 'broken') throw error;
      outcomes.push({ workItem: id, done: false, code: error.code, message: error.message });
    }
  }
  return outcomes;
}

async function handleOne(context: ServiceContext, actor: Actor, { id, action, form }: { id: string; action: string; form: Record<string, unknown> }): Promise<void> {
  const { read } = context.database;
  const workItem = await read.findOne(WorkItem, 'id = ?', [id]);
  const caseRecord = workItem && (await read.findOne(Case, 'id = ?', [workItem.caseId]));
  if (!workItem || !caseRecord) throw new DomainError('WORK_ITEM_NOT_FOUND', { id });
  if (workItem.status !== 'open') throw new DomainError('WORK_ITEM_NOT_OPEN', { name: workItem.name });
  await actOnCase(context, actor, caseRecord.id, { action, workItem: id, form, version: caseRecord.version });
}
