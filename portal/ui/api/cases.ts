import type { ActionRequest, CaseEventView, CaseListRow, CaseRequest, CaseView, ClockView, DiagramView, FormView, Page, WorkItemView } from '../../../src/api/contract.js';
import { call } from './call.js';

export type CaseFilter = { page?: number; pageSize?: number; status?: string; stage?: string; q?: string; sort?: string; projectId?: string };
export type WorkItemFilter = { page?: number; pageSize?: number; status?: string; step?: string; q?: string };
export interface DeskCounts {
  open: number;
  dueToday: number;
  overdue: number;
}

export const findCases = (query: CaseFilter): Promise<Page<CaseListRow>> => call('GET', '/cases', { query });
/** The query code is told to the applicant alone. */
export type CasePage = CaseView & { queryCode?: string };

export const getCase = (id: string): Promise<CasePage> => call('GET', `/cases/${id}`);
export const openCase = (body: CaseRequest, once: string): Promise<CaseView> => call('POST', '/cases', { body, once });
export const getClock = (caseId: string): Promise<ClockView> => call('GET', `/cases/${caseId}/clock`);
/** The record of a case in the order of time, on demand with what happened in the cases of its items. */
export async function getEvents(caseId: string, withItems: boolean): Promise<CaseEventView[]> {
  const { items } = await call<{ items: CaseEventView[] }>('GET', `/cases/${caseId}/events`, { query: { withItems } });
  return items.sort((one, other) => one.at.localeCompare(other.at));
}
export const getDiagram = (caseId: string): Promise<DiagramView> => call('GET', `/cases/${caseId}/diagram`);
export const saveForm = (caseId: string, form: Record<string, unknown>, version: number): Promise<{ version: number }> => call('PUT', `/cases/${caseId}/form`, { body: { form, version } });
export const actOnCase = (caseId: string, body: ActionRequest, once: string): Promise<unknown> => call('POST', `/cases/${caseId}/actions`, { body, once });
export const findWorkItems = (query: WorkItemFilter): Promise<Page<WorkItemView>> => call('GET', '/work-items', { query });
export const countWorkItems = (): Promise<DeskCounts> => call('GET', '/work-items/counts');
export const getStageForm = (items: readonly string[]): Promise<FormView> => call('GET', '/forms/stage', { query: { items: items.join(',') } });
export const getStepForm = (key: string): Promise<FormView> => call('GET', `/forms/${key}`);
export const removeAttachment = (id: string): Promise<void> => call('DELETE', `/attachments/${id}`);
