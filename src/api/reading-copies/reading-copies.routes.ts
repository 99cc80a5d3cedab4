import { ArrayMaxSize, IsArray, IsIn, IsInt, IsNotEmpty, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { DomainError } from '../../errors/domain-error.js';
import { copiesOfCase, findMyCopies, markCopyRead, withdrawCopy } from '../../services/reading-copies/read-copy.js';
import { readers, sendCopies } from '../../services/reading-copies/send-copies.js';
import { officers } from '../../services/work-items/gestures.js';
import type { ApiContext } from '../api-context.js';
import { PageQuery, pageOf, pageOfList } from '../paging.js';
import { route, type Route } from '../route.js';
import { presentCopy } from './reading-copies.presenter.js';

export class ReadingCopyBody {
  @IsString({ message: '请指明办件' })
  @IsNotEmpty({ message: '请指明办件' })
  @MaxLength(40)
  caseId!: string;

  /** Ids or user names. */
  @IsOptional()
  @IsArray({ message: '抄送人员应为列表' })
  @ArrayMaxSize(100, { message: '一次至多抄送 100 人' })
  @IsString({ each: true, message: '人员应为文字' })
  people?: string[];

  @IsOptional()
  @IsArray({ message: '抄送部门应为列表' })
  @ArrayMaxSize(20, { message: '一次至多抄送 20 个部门' })
  @IsString({ each: true, message: '部门应为文字' })
  departments?: string[];

  @IsOptional()
  @IsString()
  @MaxLength(500)
  note?: string;

  @IsOptional()
  @IsInt({ message: 'version 应为整数' })
  @Min(0)
  version?: number;
}

export class ReadingCopyQuery extends PageQuery {
  /** With it, who got copies of this case; without, the person's own copies. */
  @IsOptional()
  @IsString()
  @MaxLength(40)
  caseId?: string;

  @IsOptional()
  @IsIn(['true', 'false'], { message: 'unread 应为 true 或 false' })
  unread?: 'true' | 'false';
}

/** Cases sent to be read 抄送, with read mark. */
export function readingCopyRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'post', path: '/reading-copies', may: officers, does: 'Send a case to people or departments to be read', body: ReadingCopyBody, answers: 'CopiesSent', status: 201, handle: ({ actor, body, onceKey }) => {
      if ((body.people ?? []).length + (body.departments ?? []).length === 0) throw new DomainError('REQUEST_INVALID', { errors: [{ pointer: '/people', message: '请选择抄送人员或部门' }] });
      return sendCopies(services, actor, body, onceKey);
    } }),
    route({ method: 'get', path: '/reading-copies', may: readers, does: 'The copies of the person with how many are unread; with `caseId`, who got copies of that case and read them', query: ReadingCopyQuery, answers: 'Page of ReadingCopyView', handle: async ({ actor, query }) => {
      if (query.caseId !== undefined) return pageOfList((await copiesOfCase(services, actor, query.caseId)).map(presentCopy), query);
      const page = pageOf(query);
      const { rows, total, unread } = await findMyCopies(services, actor, { ...page, unread: query.unread === 'true' });
      return { items: rows.map(presentCopy), total, unread, page: page.page, pageSize: page.pageSize };
    } }),
    route({ method: 'post', path: '/reading-copies/:id/reading', may: readers, does: 'Mark it read; once, with the time', answers: 'ReadingCopyView', handle: async ({ actor, params }) => presentCopy(await markCopyRead(services, actor, params.id as string)) }),
    route({ method: 'post', path: '/reading-copies/:id/withdrawal', may: officers, does: 'Take a copy back that one has sent', answers: '{ id, version }', handle: ({ actor, params, onceKey }) => withdrawCopy(services, actor, params.id as string, onceKey) }),
  ];
}
