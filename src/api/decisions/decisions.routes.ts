import { IsInt, IsObject, IsOptional, IsString, MaxLength, Min } from 'class-validator';
import { checkTable, getTable, listTables, listTableVersions, publishTable, tryTable } from '../../services/decision-tables/publish-table.js';
import type { ApiContext } from '../api-context.js';
import type { DecisionTableView } from '../contract.js';
import { numberIn } from '../paging.js';
import { route, type Route } from '../route.js';

const LARGEST_TABLE = 2_000_000;

export class TableBody {
  @IsString({ message: '请给出决策表（DMN 文件）' })
  @MaxLength(LARGEST_TABLE, { message: '决策表过大' })
  xml!: string;
}

export class TableVersionBody extends TableBody {
  @IsInt({ message: '请带上已知的最新版本号，新决策表为 0' })
  @Min(0)
  version!: number;
}

export class TrialBody {
  @IsOptional()
  @IsString({ message: '决策表应为 DMN 文件' })
  @MaxLength(LARGEST_TABLE, { message: '决策表过大' })
  xml?: string;

  @IsOptional()
  @IsString()
  @MaxLength(80)
  key?: string;

  @IsOptional()
  @IsInt()
  number?: number;

  @IsObject({ message: '请给出试算用的数据' })
  values!: Record<string, unknown>;
}

/** Decision tables 决策表 that flows ask. */
export function decisionRoutes({ services }: ApiContext): Route[] {
  return [
    route({ method: 'get', path: '/decisions', may: ['admin', 'leader', 'supervisor'], does: 'Decision tables in their newest version', answers: 'Page of DecisionTableView', handle: async () => {
      const tables = await listTables(services);
      return { items: tables.map((table) => presentTable(table)), total: tables.length, page: 1, pageSize: tables.length };
    } }),
    route({ method: 'post', path: '/decisions/check', may: ['admin'], does: 'Check a decision table without keeping it', body: TableBody, answers: 'DecisionCheckView', handle: ({ body }) => {
      const { ok, findings, decision } = checkTable(body.xml);
      return { ok, findings, ...(decision && { key: decision.id, name: decision.name }) };
    } }),
    route({ method: 'post', path: '/decisions/trials', may: ['admin'], does: 'Try a table on values before or after it is published: the result, its variables and the rules that applied', body: TrialBody, answers: 'DecisionTrialView', handle: ({ body }) => tryTable(services, body) }),
    route({ method: 'get', path: '/decisions/:key/versions', may: ['admin', 'leader', 'supervisor'], does: 'Published versions of a table, newest first', answers: 'List of DecisionTableView', handle: async ({ params }) => {
      const versions = await listTableVersions(services, params.key as string);
      return { items: versions.map((table) => presentTable(table)), total: versions.length };
    } }),
    route({ method: 'post', path: '/decisions/:key/versions', may: ['admin'], does: 'Publish a table as the next version; refused with the findings when it has errors', body: TableVersionBody, answers: 'DecisionTableView', status: 201, handle: async ({ actor, params, body, onceKey }) => presentTable(await publishTable(services, actor, params.key as string, body, onceKey), true) }),
    route({ method: 'get', path: '/decisions/:key/versions/:number', may: ['admin', 'leader', 'supervisor'], does: 'One published version with its file', answers: 'DecisionTableView', handle: async ({ params }) => presentTable(await getTable(services, params.key as string, numberIn(params.number)), true) }),
  ];
}

type Table = Awaited<ReturnType<typeof getTable>>;

function presentTable({ tableKey, number, name, hash, publishedBy, publishedAt, xml }: Table, whole = false): DecisionTableView {
  return { key: tableKey, number, name, hash, publishedBy, publishedAt, ...(whole && { xml }) };
}
