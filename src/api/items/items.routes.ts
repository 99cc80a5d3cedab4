import { IsArray, IsIn, IsObject, IsOptional, IsString, MaxLength } from 'class-validator';
import { guide } from '../../services/guidance/guide.js';
import { importItemList } from '../../services/items/import-item-list.js';
import type { ApiContext } from '../api-context.js';
import type { GuidanceView, ItemListView } from '../contract.js';
import { PageQuery } from '../paging.js';
import { route, type Route } from '../route.js';
import { itemNotice, presentItem, presentMaterial } from './items.presenter.js';

export class ItemQuery extends PageQuery {
  @IsOptional()
  @IsString()
  stage?: string;

  @IsOptional()
  @IsString()
  projectType?: string;

  @IsOptional()
  @IsIn(['seq', 'code'], { message: '不能按此排序' })
  sort?: 'seq' | 'code';
}

export class ItemListBody {
  @IsObject({ message: '应为事项目录文件的内容（meta 和 items）' })
  meta!: object;

  @IsArray({ message: 'items 应为列表' })
  items!: unknown[];
}

export class GuidanceBody {
  @IsString({ message: '请选择项目类型' })
  @MaxLength(40)
  projectType!: string;

  @IsString({ message: '请选择阶段' })
  @MaxLength(8)
  stage!: string;

  @IsOptional()
  @IsObject({ message: '答案应为对象' })
  answers?: Record<string, unknown>;

  @IsOptional()
  @IsArray({ message: '事项应为列表' })
  @IsString({ each: true, message: '事项代码应为文字' })
  items?: string[];
}

export function itemRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'get', path: '/items', may: 'public', does: 'The delegated items, with the notice on their status', query: ItemQuery, answers: 'ItemListView', handle: ({ query }): ItemListView => {
      const list = services.items.list();
      const found = list.items.filter((item) =>
        (!query.stage || item.stage.id === query.stage) && (!query.projectType || item.appliesToProjectTypes.some((type) => type === query.projectType)) && (!query.q || item.nameZh.includes(query.q) || item.code.includes(query.q)),
      );
      if (query.sort === 'code') found.sort((one, other) => (one.code < other.code ? -1 : 1));
      const page = query.page ?? 1;
      const pageSize = query.pageSize ?? 100;
      return { items: found.slice((page - 1) * pageSize, page * pageSize).map(presentItem), total: found.length, page, pageSize, notice: itemNotice(list), listVersion: list.version };
    } }),
    route({ method: 'get', path: '/items/principles', may: 'public', does: 'The one-stop principles as the plan names them', answers: 'Principles', handle: () => ({ items: services.items.reference.principles, total: services.items.reference.principles.length }) }),
    route({ method: 'get', path: '/items/:code', may: 'public', does: 'One item with its basis, limits, materials and prerequisites', answers: 'ItemView', handle: ({ params }) => ({ ...presentItem(services.items.get(params.code as string)), notice: itemNotice(services.items.list()) }) }),
    route({ method: 'post', path: '/items/lists', may: ['admin'], does: 'Import a whole list as the next version; refused whole when anything in it is wrong', body: ItemListBody, answers: 'ImportedList', status: 201, handle: ({ actor, body, onceKey }) => importItemList(services, actor, body, onceKey) }),
    route({ method: 'post', path: '/guidance', may: 'public', does: 'Which items apply to a project, what they ask for and how long they take', body: GuidanceBody, answers: 'GuidanceView', handle: async ({ body }): Promise<GuidanceView> => {
      const { materials, ...rest } = await guide(services, body);
      return { ...rest, questions: rest.questions.map((question) => ({ ...question, options: question.options?.map(({ value, label }) => ({ value, label })) })), materials: materials.map((material) => presentMaterial(material, [])) };
    } }),
  ];
}
