import { Delegation, Department } from '../../entities/index.js';
import { isPlainDate } from '../../calendar/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { recordAudit } from '../audit/record-audit.js';
import type { Actor } from '../actor.js';
import type { ServiceContext } from '../service-context.js';

const modes = ['empowered', 'entrusted', 'concentrated', 'branch'];

/** One row as published lists of empowered items have it. */
export interface NewDelegation {
  itemCode: string;
  mode: string;
  delegatingBody: string;
  receivingBody: string;
  regionCodes?: string[];
  polygon?: [number, number][];
  validFrom: string;
  validUntil?: string;
  basis: string;
  inspectionMoved?: boolean;
  penaltyMoved?: boolean;
}

/**
 * Adds delegations 授权委托清单, whole or not at all. Earlier ones stay: an application keeps the delegation of its day of filing. An entrusted
 * body may not delegate on (行政许可法 24), so the receiver of an entrusted item can be nobody's delegator for it.
 * Throws DELEGATIONS_INVALID with every fault and its place.
 */
export async function importDelegations(context: ServiceContext, actor: Actor, rows: NewDelegation[]): Promise<{ imported: number }> {
  return context.database.inTransaction(async (tx) => {
    const bodies = new Set((await tx.find(Department)).map((department) => department.id));
    const existing = await tx.find(Delegation);
    const faults = rows.flatMap((row, index) => faultsOf(row, { bodies, knownItem: (code) => context.items.list().byCode.has(code), others: [...existing.map((each) => ({ itemCode: each.itemCode, mode: each.mode, receivingBody: each.receivingBodyId })), ...rows] }).map(([field, message]) => ({ pointer: `/delegations/${index}/${field}`, message })));
    if (faults.length > 0) throw new DomainError('DELEGATIONS_INVALID', { count: faults.length, errors: faults });
    for (const row of rows) {
      tx.insert(Delegation, {
        id: context.newId(),
        itemCode: row.itemCode,
        mode: row.mode,
        delegatingBodyId: row.delegatingBody,
        receivingBodyId: row.receivingBody,
        regionCodes: row.regionCodes ?? [],
        polygon: row.polygon ?? null,
        validFrom: row.validFrom,
        validUntil: row.validUntil ?? null,
        basis: row.basis,
        inspectionMoved: row.inspectionMoved ?? false,
        penaltyMoved: row.penaltyMoved ?? false,
        importedBy: actor.name,
        importedAt: context.clock.now().toISOString(),
      });
    }
    recordAudit(tx, context, actor, 'importDelegations', String(rows.length), { items: rows.map((row) => row.itemCode) });
    return { imported: rows.length };
  });
}

/** All delegations, those of one item first to last. */
export async function findDelegations(context: ServiceContext, itemCode?: string): Promise<Delegation[]> {
  return context.database.read.find(Delegation, itemCode === undefined ? '1 = 1 ORDER BY itemCode, validFrom' : 'itemCode = ? ORDER BY validFrom', itemCode === undefined ? [] : [itemCode]);
}

interface Known {
  bodies: Set<string>;
  knownItem: (code: string) => boolean;
  others: { itemCode: string; mode: string; receivingBody: string }[];
}

function faultsOf(row: NewDelegation, { bodies, knownItem, others }: Known): [string, string][] {
  const faults: [string, string][] = [];
  if (!knownItem(row.itemCode)) faults.push(['itemCode', `没有这个事项：${row.itemCode}`]);
  if (!modes.includes(row.mode)) faults.push(['mode', `方式应为 ${modes.join('、')} 之一`]);
  for (const field of ['delegatingBody', 'receivingBody'] as const) if (!bodies.has(row[field])) faults.push([field, `没有这个机关：${row[field]}`]);
  if (!isPlainDate(row.validFrom)) faults.push(['validFrom', '应为 yyyy-mm-dd']);
  if (row.validUntil !== undefined && (!isPlainDate(row.validUntil) || row.validUntil < row.validFrom)) faults.push(['validUntil', '应为不早于起始日的日期']);
  if (typeof row.basis !== 'string' || row.basis.trim() === '' || row.basis.length > 500) faults.push(['basis', '请填写依据（至多 500 字）']);
  const { regionCodes } = row as { regionCodes?: unknown };
  if (regionCodes !== undefined && (!Array.isArray(regionCodes) || !regionCodes.every((code) => typeof code === 'string' && /^\d{6}$/.test(code)))) faults.push(['regionCodes', '应为六位行政区划代码的列表']);
  for (const field of ['inspectionMoved', 'penaltyMoved'] as const) if (row[field] !== undefined && typeof row[field] !== 'boolean') faults.push([field, '应为 true 或 false']);
  if (row.polygon !== undefined && (!Array.isArray(row.polygon) || row.polygon.length < 3 || !row.polygon.every((point) => Array.isArray(point) && point.length === 2 && point.every((each) => Number.isFinite(each))))) faults.push(['polygon', '区域至少由三个经纬度点围成']);
  const passedOn = others.some((other) => other.itemCode === row.itemCode && other.mode === 'entrusted' && other.receivingBody === row.delegatingBody);
  if (passedOn) faults.push(['delegatingBody', '受委托机关不得再委托（行政许可法第二十四条）']);
  return faults;
}
