import { CaseForm, Delegation as DelegationRow, Department } from '../../entities/index.js';
import type { Item } from '../../catalogue/item.js';
import { DomainError } from '../../errors/domain-error.js';
import type { CaseStep } from '../cases/case-step.js';
import { delegationByList, type Delegation } from '../cases/delegation.js';
import { liesIn, type Point } from './area.js';

export interface Place {
  regionCode?: string;
  point?: Point;
}

export interface Incompetence {
  item: string;
  itemName: string;
  /** Whom the applicant has to turn to. */
  rightAuthority: string;
  /** Continues “the item …”, without a full stop. */
  why: string;
  /** The paper from which that follows. */
  basis: string;
}

/** Under which delegation each item of an application is handled, and which of them belong elsewhere. */
export interface Competence {
  delegations: Record<string, Delegation>;
  incompetent: Incompetence[];
}

/**
 * Who is competent is a question of item, place and day of filing (domain 1.4, 3.5, T10): a delegation that is imported later, or holds
 * for other parcels, does not cover the application, and its items stay with the delegating body. Items without any imported delegation
 * follow the list of items.
 */
export async function findCompetence(step: CaseStep): Promise<Competence> {
  const { tx, caseRecord } = step;
  const codes = caseRecord.itemCodes as string[];
  const delegations = await tx.find(DelegationRow, `itemCode IN (${codes.map(() => '?').join(', ')}) ORDER BY validFrom DESC, importedAt DESC`, codes);
  if (delegations.length === 0) return { delegations: {}, incompetent: [] };
  const form = await tx.findOne(CaseForm, 'caseId = ? AND revision = ?', [caseRecord.id, caseRecord.formRevision]);
  return judgeCompetence(step, { delegations, form: (form?.data ?? {}) as FormData, departments: await tx.find(Department) });
}

type FormData = Record<string, Record<string, unknown>>;

/** The same from rows at hand; of two delegations of one item the later one comes first. */
export function judgeCompetence({ context, caseRecord, today }: Pick<CaseStep, 'context' | 'caseRecord' | 'today'>, { delegations: rows, form, departments }: { delegations: readonly DelegationRow[]; form: FormData; departments: readonly Department[] }): Competence {
  const items = context.items.getAll(caseRecord.itemCodes as string[], caseRecord.itemListVersion);
  const names = new Map(departments.map((department) => [department.id, department.nameZh]));
  const place = placeOf(form);
  const filedOn = caseRecord.receivedOn ?? today;
  const here = new Set(context.items.list(caseRecord.itemListVersion).items.map((item) => item.receivingBody.id));
  const delegations: Record<string, Delegation> = {};
  const incompetent: Incompetence[] = [];
  for (const item of items) {
    const own = rows.filter((row) => row.itemCode === item.code);
    if (own.length === 0) continue;
    const inForce = own.filter((row) => row.validFrom <= filedOn && (row.validUntil === null || row.validUntil >= filedOn) && covers(row, place));
    const ours = inForce.find((row) => here.has(row.receivingBodyId));
    if (ours) delegations[item.code] = underRow(ours, names);
    else incompetent.push(inForce[0] ? withAnother(item, inForce[0], names) : elsewhere(item, (own.find((row) => covers(row, place)) ?? own[0]) as DelegationRow, { names, place, filedOn }));
  }
  return { delegations, incompetent };
}

/** Throws NOT_COMPETENT with each item and the authority to turn to: such an application is refused at once, never corrected (rule A4). */
export function refuseIncompetence({ incompetent }: Competence): void {
  if (incompetent.length === 0) return;
  throw new DomainError('NOT_COMPETENT', { summary: incompetent.map((each) => `“${each.itemName}”${each.why}，请向${each.rightAuthority}提出`).join('；'), items: incompetent });
}

const covers = (row: DelegationRow, place: Place): boolean => inRegion(row, place) && inOutline(row, place);

function inRegion(row: DelegationRow, { regionCode }: Place): boolean {
  const codes = row.regionCodes as string[];
  return codes.length === 0 || (regionCode !== undefined && codes.includes(regionCode));
}

function inOutline(row: DelegationRow, { point }: Place): boolean {
  const outline = row.polygon as Point[] | null;
  return outline === null || (point !== undefined && liesIn(point, outline));
}

function placeOf(form: Record<string, Record<string, unknown>>): Place {
  const { regionCode, longitude, latitude } = form.S01 ?? {};
  return { ...(typeof regionCode === 'string' && { regionCode }), ...(typeof longitude === 'number' && typeof latitude === 'number' && { point: [longitude, latitude] as const }) };
}

/** With 委托 and in a branch the parent body's name and seal, with 授权 and 集中行使 the receiving body's own (行政许可法 23-25). */
function underRow(row: DelegationRow, names: Map<string, string>): Delegation {
  const named = (id: string): { id: string; name: string } => ({ id, name: names.get(id) ?? id });
  const parentSigns = row.mode === 'entrusted' || row.mode === 'branch';
  return { mode: row.mode, signingBody: named(parentSigns ? row.delegatingBodyId : row.receivingBodyId), delegatingBody: named(row.delegatingBodyId) };
}

function elsewhere(item: Item, row: DelegationRow, { names, place, filedOn }: { names: Map<string, string>; place: Place; filedOn: string }): Incompetence {
  const early = row.validFrom > filedOn;
  const why = early ? `自 ${row.validFrom} 起才由新区办理` : covers(row, place) ? `的授权委托已于 ${row.validUntil} 届满` : '的建设地点不在授权委托的区域内';
  return { item: item.code, itemName: item.nameZh, rightAuthority: names.get(row.delegatingBodyId) ?? delegationByList(item).delegatingBody.name, why, basis: row.basis };
}

/** For this place and day the item was handed over to a body outside the New Area, which therefore decides. */
function withAnother(item: Item, row: DelegationRow, names: Map<string, string>): Incompetence {
  const rightAuthority = names.get(row.receivingBodyId) ?? row.receivingBodyId;
  return { item: item.code, itemName: item.nameZh, rightAuthority, why: `在该建设地点由${rightAuthority}办理`, basis: row.basis };
}
