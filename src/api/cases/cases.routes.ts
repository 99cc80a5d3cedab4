import { plainDateOf } from '../../calendar/index.js';
import { actOnCase } from '../../services/cases/act-on-case.js';
import { clockOfCase } from '../../services/cases/case-clock.js';
import { countWorkItems, findWorkItems } from '../../services/cases/find-work-items.js';
import { findCases } from '../../services/cases/find-cases.js';
import { openCase } from '../../services/cases/open-case.js';
import { readDiagram, readFormRevision, readRecord } from '../../services/cases/read-record.js';
import { saveForm } from '../../services/cases/save-form.js';
import { viewCase } from '../../services/cases/view-case.js';
import { competenceOf } from '../../services/delegations/right-authority.js';
import { answerOnce } from '../../services/idempotency/answer-once.js';
import type { ApiContext } from '../api-context.js';
import type { CaseView } from '../contract.js';
import { numberIn, pageOf, pageOfList } from '../paging.js';
import { route, type Route } from '../route.js';
import { presentCase, presentCaseRow, presentEvent, presentWorkItem } from './cases.presenter.js';
import { ActionBody, CaseBody, CaseQuery, CaseIdQuery, ClockQuery, CorrectionBody, FormBody, RecordQuery, WorkItemQuery } from './cases.request.js';

/** Everybody who takes part in cases; what he may open and do there, the case decides. */
const taking = ['enterprise', 'clerk', 'reviewer', 'agency', 'secretary', 'leader', 'sealkeeper'] as const;

export function caseRoutes({ services }: ApiContext): Route[] {
  const today = (): string => plainDateOf(services.clock.now());
  const show = async (actor: Parameters<typeof viewCase>[1], id: string): Promise<CaseView> => presentCase(await viewCase(services, actor, id), today());
  return [
    route({ method: 'post', path: '/cases', may: ['enterprise', 'clerk'], does: 'Open the draft of a stage application; the window for an applicant at the counter', body: CaseBody, answers: 'CaseView', status: 201, handle: async ({ actor, body, onceKey }) => {
      const { id } = await answerOnce(services, actor, onceKey, ['case', body], () => openCase(services, actor, body));
      return show(actor, id);
    } }),
    route({ method: 'get', path: '/cases', may: 'signedIn', does: 'Stage cases that the person may open', query: CaseQuery, answers: 'Page of CaseListRow', handle: async ({ actor, query }) => {
      const page = pageOf(query);
      const { rows, total } = await findCases(services, actor, { ...query, ...page });
      return { items: rows.map((row) => presentCaseRow(row, today())), total, page: page.page, pageSize: page.pageSize };
    } }),
    route({ method: 'get', path: '/cases/:id', may: 'signedIn', does: 'The case page with what the person may do now, and why not the rest', answers: 'CaseView', handle: ({ actor, params }) => show(actor, params.id as string) }),
    route({ method: 'put', path: '/cases/:id/form', may: ['enterprise', 'clerk'], does: 'Keep the form of a draft as far as it is filled', body: FormBody, answers: '{ version }', handle: ({ actor, params, body }) => saveForm(services, actor, params.id as string, body) }),
    route({ method: 'post', path: '/cases/:id/actions', may: taking, does: 'Do one of the available actions', body: ActionBody, answers: 'ActionResult', handle: ({ actor, params, body, onceKey }) => actOnCase(services, actor, params.id as string, body, onceKey) }),
    route({ method: 'get', path: '/cases/:id/clock', may: 'signedIn', does: 'The legal clock of the case, each day with reason and article; `strike=p1,p2` also answers what it would be without these pauses', query: ClockQuery, answers: 'ClockView', handle: ({ actor, params, query }) => clockOfCase(services, actor, params.id as string, query.strike?.split(',').filter(Boolean)) }),
    route({ method: 'get', path: '/cases/:id/competence', may: 'signedIn', does: 'Who is competent for each item, by item, place and day of the delegation', answers: 'List of CompetenceOfItem', handle: async ({ actor, params }) => {
      const items = await competenceOf(services, actor, params.id as string);
      return { items, total: items.length };
    } }),
    route({ method: 'get', path: '/cases/:id/events', may: 'signedIn', does: 'The record of the case with its chain of hashes', query: RecordQuery, answers: 'List of CaseEventView', handle: async ({ actor, params, query }) => {
      const { events, intact } = await readRecord(services, actor, params.id as string, query.withItems === 'true');
      return { items: events.map(presentEvent), total: events.length, intact };
    } }),
    route({ method: 'get', path: '/cases/:id/diagram', may: 'signedIn', does: 'The pinned diagram and how far the case is', answers: 'DiagramView', handle: ({ actor, params }) => readDiagram(services, actor, params.id as string) }),
    route({ method: 'get', path: '/cases/:id/form/:revision', may: 'signedIn', does: 'An earlier revision of the form', answers: 'FormRevision', handle: async ({ actor, params }) => {
      const form = await readFormRevision(services, actor, params.id as string, numberIn(params.revision));
      return { revision: form.revision, data: form.data, savedAt: form.savedAt, status: form.status };
    } }),
    route({ method: 'get', path: '/work-items', may: 'signedIn', does: 'The to-do list of the person, most urgent first, or what he has done', query: WorkItemQuery, answers: 'Page of WorkItemView', handle: async ({ actor, query }) => {
      const page = pageOf(query);
      const { rows, total } = await findWorkItems(services, actor, { ...query, ...page, status: query.status ?? 'open' });
      return { items: rows.map((row) => presentWorkItem(row, today())), total, page: page.page, pageSize: page.pageSize };
    } }),
    route({ method: 'get', path: '/work-items/counts', may: 'signedIn', does: 'How much lies on the desk', answers: 'Counts', handle: ({ actor }) => countWorkItems(services, actor, today()) }),
    route({ method: 'get', path: '/corrections', may: 'signedIn', does: 'Correction notices of a case', query: CaseIdQuery, answers: 'List of CorrectionView', handle: async ({ actor, query }) => pageOfList((await show(actor, query.caseId)).corrections, query) }),
    route({ method: 'post', path: '/corrections', may: ['clerk'], does: 'Issue the one correction notice; the same as the action requestCorrection', body: CorrectionBody, answers: 'ActionResult', status: 201, handle: ({ actor, body, onceKey }) => {
      const { caseId, version, ...form } = body;
      return actOnCase(services, actor, caseId, { action: 'requestCorrection', form: { ...form }, version }, onceKey);
    } }),
    route({ method: 'get', path: '/reviews', may: 'signedIn', does: 'The commissioned review of a case', query: CaseIdQuery, answers: 'List of ReviewView', handle: async ({ actor, query }) => pageOfList([(await show(actor, query.caseId)).review].filter(Boolean), query) }),
    route({ method: 'get', path: '/meetings', may: 'signedIn', does: 'The meeting of a case with its opinions and minutes', query: CaseIdQuery, answers: 'List of MeetingView', handle: async ({ actor, query }) => pageOfList([(await show(actor, query.caseId)).meeting].filter(Boolean), query) }),
  ];
}
