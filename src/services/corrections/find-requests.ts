import { Case, CorrectionRequest } from '../../entities/index.js';
import { plainDateOf } from '../../calendar/index.js';
import { hasRole, type Actor } from '../actor.js';
import type { ServiceContext } from '../service-context.js';
import { noticeWindowEnd } from './notice-window.js';

/** What departments ask to correct in one application: the window sees all of it, a department its own. */
export async function findRequests(context: ServiceContext, actor: Actor, caseId: string): Promise<CorrectionRequest[]> {
  const all = await context.database.read.find(CorrectionRequest, 'caseId = ? ORDER BY requestedAt, id', [caseId]);
  return hasRole(actor, 'clerk', 'leader', 'supervisor', 'admin') ? all : all.filter((request) => request.departmentId === actor.departmentId);
}

export interface OpenWindow {
  caseRecord: Case;
  /** Last day for the one notice; null without a window. */
  last: string | null;
  waiting: number;
}

/** Applications in whose first window this person may still say what is missing 预审窗口, the one that closes first on top. */
export async function findOpenWindows(context: ServiceContext, actor: Actor): Promise<OpenWindow[]> {
  const { read } = context.database;
  const today = plainDateOf(context.clock.now());
  const filed = await read.find(Case, "kind = 'stage' AND status = 'submitted' ORDER BY createdAt");
  const concerning = hasRole(actor, 'clerk') ? filed : filed.filter((each) => ((each.departments ?? []) as string[]).includes(actor.departmentId ?? ''));
  const windows = await Promise.all(
    concerning.map(async (caseRecord) => ({ caseRecord, last: noticeWindowEnd(context, caseRecord), waiting: await read.count(CorrectionRequest, "caseId = ? AND status = 'waiting'", [caseRecord.id]) })),
  );
  return windows.filter(({ last }) => last === null || last >= today).sort((one, other) => (one.last ?? '9999').localeCompare(other.last ?? '9999'));
}
