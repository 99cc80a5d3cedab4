import { Case, CaseEvent } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Actor } from '../actor.js';
import { mayOpen } from '../cases/may-act.js';
import type { ServiceContext } from '../service-context.js';

/** One status of an item case in the codes of the construction approval data exchange 工程建设项目审批管理系统数据共享交换. */
export interface ExchangeStatus {
  /** Position in the history of the item; order by this, never by the time. */
  sequence: number;
  caseNumber: string;
  itemCode: string;
  status: number;
  statusText: string;
  /** The legal date. */
  on: string;
  /** `yyyy-mm-dd hh:mm:ss` of Beijing time, as the exchange has it: whole seconds, so several may be the same. */
  at: string;
}

/** Codes of case statuses in the exchange. */
const texts: Record<number, string> = {
  1: '接件', 2: '撤件', 3: '窗口受理', 5: '不予受理', 6: '补正开始', 7: '补正结束', 8: '部门受理', 9: '特别程序开始', 10: '特别程序结束',
  11: '办结（通过）', 12: '办结（容缺通过）', 13: '办结（不通过）', 14: '撤回', 15: '撤销',
};

/**
 * The statuses of the items of an application for the exchange. They follow the record of each item, which counts its events; two statuses
 * of one second keep their order without any second being invented. A code that the record does not tell apart is left out rather
 * than guessed. Throws CASE_NOT_FOUND and NOT_YOURS.
 */
export async function exportStatuses(context: ServiceContext, actor: Actor, caseId: string): Promise<ExchangeStatus[]> {
  const { read } = context.database;
  const asked = await read.findOne(Case, 'id = ?', [caseId]);
  if (!asked) throw new DomainError('CASE_NOT_FOUND', { id: caseId });
  await mayOpen(read, actor, asked);
  const items = asked.kind === 'item' ? [asked] : await read.find(Case, 'parentId = ? ORDER BY number', [asked.id]);
  if (items.length === 0) return numbered(asked, await eventsOf(context, asked.id));
  const histories = await Promise.all(items.map(async (item) => numbered(item, await eventsOf(context, item.id))));
  return histories.flat();
}

const eventsOf = (context: ServiceContext, caseId: string): Promise<CaseEvent[]> => context.database.read.find(CaseEvent, 'caseId = ? ORDER BY seq', [caseId]);

function numbered(item: Case, events: readonly CaseEvent[]): ExchangeStatus[] {
  const codes = events.flatMap((event) => codesOf(event).map((status) => ({ event, status })));
  return codes.map(({ event, status }, index) => ({
    sequence: index + 1,
    caseNumber: item.number,
    itemCode: item.itemCode ?? '',
    status,
    statusText: texts[status] as string,
    on: event.onDate,
    at: beijing(event.at),
  }));
}

function codesOf({ type, data }: CaseEvent): number[] {
  const said = data as Record<string, unknown>;
  switch (type) {
    case 'received':
      return [1];
    case 'accepted':
      // The window accepts, and in the same act the department has the case.
      return [3, 8];
    case 'notAccepted':
      return [5];
    case 'correctionNoticed':
      return [6];
    case 'corrected':
      return [7];
    case 'pauseStarted':
      return [9];
    case 'pauseEnded':
      return [10];
    case 'decided':
      return [said.outcome === 'refused' ? 13 : 11];
    case 'withdrawn':
      return [2];
    case 'permitEnded':
      return said.state === 'revoked' ? [15] : said.state === 'recalled' ? [14] : [];
    default:
      return [];
  }
}

const beijing = (instant: string): string => new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
