import { IsIn, IsOptional, IsString, Matches, MaxLength, MinLength, ValidateNested } from 'class-validator';
import { Type } from 'class-transformer';
import { answerOnce } from '../../services/idempotency/answer-once.js';
import { clockOfProject } from '../../services/cases/case-clock.js';
import { findProjects, followProject, openProject } from '../../services/projects/projects.js';
import type { ApiContext } from '../api-context.js';
import { PageQuery, pageOf } from '../paging.js';
import { route, type Route } from '../route.js';
import { presentProject } from './projects.presenter.js';

export class ApplicantBody {
  @IsString({ message: '请填写统一社会信用代码' })
  @MaxLength(18)
  creditCode!: string;

  @IsOptional()
  @IsString()
  @MaxLength(200)
  name?: string;
}

export class ProjectQuery extends PageQuery {
  @IsOptional()
  @IsIn(['createdAt', '-createdAt', 'name', '-name'], { message: '不能按此排序' })
  sort?: 'createdAt' | '-createdAt' | 'name' | '-name';
}

export class ProjectBody {
  @IsString({ message: '请填写项目名称' })
  @MinLength(1, { message: '请填写项目名称' })
  @Matches(/[\p{L}\p{N}]/u, { message: '请填写项目名称' })
  @MaxLength(200, { message: '项目名称至多 200 字' })
  name!: string;

  @IsString({ message: '请选择项目类型' })
  @MaxLength(40)
  projectType!: string;

  @IsOptional()
  @Matches(/^\d{4}-\d{6}-\d{2}-\d{2}-\d{6}$/, { message: '项目代码应为 24 位，如 2603-150123-04-01-123456' })
  projectCode?: string;

  /** At the counter only. */
  @IsOptional()
  @ValidateNested()
  @Type(() => ApplicantBody)
  applicant?: ApplicantBody;
}

export function projectRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'post', path: '/projects', may: ['enterprise', 'clerk'], does: 'Open a project; the window for an applicant at the counter', body: ProjectBody, answers: 'ProjectView', status: 201, handle: async ({ actor, body, onceKey }) => {
      const { id } = await answerOnce(services, actor, onceKey, ['project', body], () => openProject(services, actor, body));
      return presentProject(await followProject(services, actor, id));
    } }),
    route({ method: 'get', path: '/projects', may: 'signedIn', does: 'Projects: an enterprise its own, the office all', query: ProjectQuery, answers: 'Page of ProjectView', handle: async ({ actor, query }) => {
      const page = pageOf(query);
      const { rows, total } = await findProjects(services, actor, { ...query, ...page });
      return { items: rows.map(presentProject), total, page: page.page, pageSize: page.pageSize };
    } }),
    route({ method: 'get', path: '/projects/:id', may: 'signedIn', does: 'One project with its stages and its 80-day clock', answers: 'ProjectView', handle: async ({ actor, params }) => presentProject(await followProject(services, actor, params.id as string)) }),
    route({ method: 'get', path: '/projects/:id/clock', may: 'signedIn', does: 'The clock of the whole project, day by day with the reason', answers: 'ClockView', handle: ({ actor, params }) => clockOfProject(services, actor, params.id as string) }),
  ];
}
