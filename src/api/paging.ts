import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';

/** `page`, `pageSize` and a search text, as every list takes them. */
export class PageQuery {
  @IsOptional()
  @IsInt({ message: '页码应为整数' })
  @Min(1, { message: '页码从 1 开始' })
  @Max(1_000_000, { message: '页码过大' })
  page?: number;

  @IsOptional()
  @IsInt({ message: '每页条数应为整数' })
  @Min(1, { message: '每页至少 1 条' })
  @Max(200, { message: '每页至多 200 条' })
  pageSize?: number;

  @IsOptional()
  @IsString({ message: '查询内容应为文字' })
  @MaxLength(100, { message: '查询内容至多 100 字' })
  q?: string;
}

/** One page of a list that is short enough to be at hand whole. */
export function pageOfList<T>(list: readonly T[], query: PageQuery): { items: T[]; total: number; page: number; pageSize: number } {
  const { page, pageSize } = { page: query.page ?? 1, pageSize: query.pageSize ?? 200 };
  return { items: list.slice((page - 1) * pageSize, page * pageSize), total: list.length, page, pageSize };
}

/** A whole number of an address; what is none names nothing. */
export const numberIn = (text: string | undefined): number => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : -1);

/** The page that was asked for; 20 rows unless said otherwise. */
export const pageOf = (query: PageQuery): { page: number; pageSize: number; q?: string } => ({ page: query.page ?? 1, pageSize: query.pageSize ?? 20, ...(query.q && { q: query.q }) });
