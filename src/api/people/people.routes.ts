import { IsNotEmpty, IsOptional, IsString, MaxLength } from 'class-validator';
import { answerOnce } from '../../services/idempotency/answer-once.js';
import { findAgencies, findAuditEvents, findDepartments, findPeople } from '../../services/people/find-people.js';
import { disablePerson } from '../../services/people/disable-person.js';
import { workOfPerson } from '../../services/people/work-of-person.js';
import { readNotices } from '../../services/public/read-notices.js';
import type { ApiContext } from '../api-context.js';
import { PageQuery, pageOf } from '../paging.js';
import { route, type Route } from '../route.js';

export class LeavingBody {
  /** A colleague, or `queue`. */
  @IsOptional()
  @IsString()
  @MaxLength(60)
  handOverTo?: string;

  @IsString({ message: '请填写原因' })
  @IsNotEmpty({ message: '请填写原因' })
  @MaxLength(500)
  reason!: string;
}

export function peopleRoutes({ services, authenticator }: ApiContext): Route[] {
  return [
    route({ method: 'get', path: '/people', may: ['admin', 'supervisor'], does: 'People with roles and departments', query: PageQuery, answers: 'Page of people', handle: async ({ query }) => ({ ...(await findPeople(services, pageOf(query))), page: pageOf(query).page, pageSize: pageOf(query).pageSize }) }),
    route({ method: 'post', path: '/people/:id/disabling', may: ['admin'], does: 'Close the account of somebody who leaves and hand over his work', body: LeavingBody, answers: 'HandedOver', handle: async ({ actor, params, body, onceKey }) => {
      const answer = await answerOnce(services, actor, onceKey, ['disabling', params.id, body], () => disablePerson(services, actor, params.id as string, body));
      authenticator.forgetAll();
      return answer;
    } }),
    route({ method: 'get', path: '/people/:id/open-work', may: ['admin', 'supervisor'], does: 'Everything that hangs on a person – work, delegated work, drafts, deputies, corrections, hearings, reviews – and who could take it over', answers: 'WorkOfPerson', handle: ({ params }) => workOfPerson(services, services.database.read, params.id as string) }),
    route({ method: 'get', path: '/departments', may: 'signedIn', does: 'Departments and bodies', answers: 'List of departments', handle: () => findDepartments(services) }),
    route({ method: 'get', path: '/agencies', may: 'signedIn', does: 'Review agencies that may be commissioned', answers: 'List of agencies', handle: () => findAgencies(services) }),
    route({ method: 'get', path: '/notices', may: 'signedIn', does: 'Messages for the enterprise of the person', query: PageQuery, answers: 'Page of notices', handle: async ({ actor, query }) => ({ ...(await readNotices(services, actor, pageOf(query))), page: pageOf(query).page, pageSize: pageOf(query).pageSize }) }),
    route({ method: 'get', path: '/audit', may: ['admin', 'supervisor'], does: 'The audit log, newest first', query: PageQuery, answers: 'Page of audit events', handle: async ({ query }) => ({ ...(await findAuditEvents(services, pageOf(query))), page: pageOf(query).page, pageSize: pageOf(query).pageSize }) }),
  ];
}
