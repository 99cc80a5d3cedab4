import { Case, Person } from '../../entities/index.js';
import { plainDateOf } from '../../calendar/plain-date.js';
import type { Reader } from '../../persistence/transaction.js';
import { countWorkItems, findWorkItems } from '../cases/find-work-items.js';
import type { ServiceContext } from '../service-context.js';
import { actorOf } from '../work-items/on-work-item.js';
import { marks, readFacts, readOffice, type CaseFacts, type OfficePeople } from './case-facts.js';
import type { InvariantFinding, InvariantRule } from './finding.js';
import { givenUpMessages } from './given-up-messages.js';
import { caseRules } from './rules/index.js';

const CASES_AT_A_TIME = 100;
/** More than anybody reads; the rest is found once these are mended. */
const MOST_FINDINGS = 1_000;

export interface CheckedOffice {
  findings: InvariantFinding[];
  /** How many cases were looked at. */
  checkedCases: number;
  /** The check stopped early because it had found so much. */
  isCut: boolean;
}

/**
 * Everything that could let a case be lost, found by comparing cases, their records, work, people, timers and flow states. Empty when all
 * is well. Reads the office a hundred cases at a time, so that memory stays the same however many are open; what looks wrong while
 * people are at work is looked at again with the case locked before it is told.
 */
export async function checkInvariants(context: ServiceContext): Promise<CheckedOffice> {
  const { read } = context.database;
  const office = await readOffice(read);
  const findings: InvariantFinding[] = [];
  let checkedCases = 0;
  for await (const cases of pagesOf(read)) {
    findings.push(...(await confirmed(context, await findingsIn(context, read, { cases, office }))));
    checkedCases += cases.length;
    if (findings.length >= MOST_FINDINGS) break;
  }
  findings.push(...(await givenUpMessages(read)), ...(await badgesThatDiffer(context)));
  return { findings, checkedCases, isCut: findings.length >= MOST_FINDINGS };
}

/** The same for some cases alone. */
export async function checkCases(context: ServiceContext, ids: readonly string[]): Promise<InvariantFinding[]> {
  if (ids.length === 0) return [];
  const { read } = context.database;
  const cases = await read.find(Case, `id IN (${marks(ids)}) ORDER BY id`, [...ids]);
  return confirmed(context, await findingsIn(context, read, { cases, office: await readOffice(read) }));
}

/** Open cases, then closed ones that still hold something; each in the order of their ids, a hundred at a time. */
async function* pagesOf(read: Reader): AsyncGenerator<Case[]> {
  const open = (after: string): Promise<Case[]> => read.find(Case, "id > ? AND closedAt IS NULL AND status <> 'draft' ORDER BY id LIMIT ?", [after, CASES_AT_A_TIME]);
  for (let cases = await open(''); cases.length > 0; cases = await open(cases.at(-1)?.id ?? '')) yield cases;
  for (let ids = await holdingIds(read, ''); ids.length > 0; ids = await holdingIds(read, ids.at(-1) ?? '')) yield await read.find(Case, `id IN (${marks(ids)}) ORDER BY id`, ids);
}

async function holdingIds(read: Reader, after: string): Promise<string[]> {
  const held = "SELECT caseId FROM work_items WHERE status = 'open' UNION SELECT caseId FROM flow_timers UNION SELECT caseId FROM pauses WHERE status = 'open'";
  const rows = await read.query(`SELECT c.id FROM (${held}) h JOIN cases c ON c.id = h.caseId WHERE c.id > ? AND c.closedAt IS NOT NULL ORDER BY c.id LIMIT ?`, [after, CASES_AT_A_TIME]);
  return rows.map((row) => row.id as string);
}

/** What every rule finds in these cases, seen by this reader. */
export async function findingsIn(context: ServiceContext, reader: Reader, { cases, office }: { cases: Case[]; office: OfficePeople }): Promise<InvariantFinding[]> {
  return (await readFacts(context, reader, { cases, office })).flatMap(findingsOf);
}

export function findingsOf(facts: CaseFacts): InvariantFinding[] {
  const { id, number } = facts.caseRecord;
  return Object.entries(caseRules).flatMap(([rule, { find }]) => find(facts).map((found) => ({ rule: rule as InvariantRule, caseId: id, number, ...found })));
}

/** The pages of a check are not read at one instant: what was under way while they were read is no finding. */
async function confirmed(context: ServiceContext, candidates: InvariantFinding[]): Promise<InvariantFinding[]> {
  const ids = [...new Set(candidates.map((finding) => finding.caseId))];
  const all: InvariantFinding[] = [];
  for (const id of ids) {
    const again = await context.database.inTransaction(async (tx) => {
      const caseRecord = await tx.lock(Case, 'id = ?', [id]);
      return caseRecord ? findingsIn(context, tx, { cases: [caseRecord], office: await readOffice(tx) }) : [];
    });
    all.push(...again.filter((finding) => candidates.some((known) => known.rule === finding.rule && known.caseId === finding.caseId && known.workItem === finding.workItem && known.subject === finding.subject)));
  }
  return withRemedyOfOthers(all);
}

/** A case in nobody's queue comes back with the repair of what it lacks. */
function withRemedyOfOthers(findings: InvariantFinding[]): InvariantFinding[] {
  return findings.map((finding) => {
    const others = findings.filter((other) => other.repairable && other.caseId !== '' && isSameApplication(other, finding));
    return finding.rule === 'case-in-nobodys-queue' && others.length > 0 ? { ...finding, repairable: true, remedy: others.map((other) => other.remedy).join('；') } : finding;
  });
}

/** Numbers of items begin with that of their stage. */
export const isSameApplication = (item: InvariantFinding, stage: InvariantFinding): boolean => item.caseId === stage.caseId || item.number.startsWith(`${stage.number}-`);

/** What a badge counts is what its list shows, for everybody. */
async function badgesThatDiffer(context: ServiceContext): Promise<InvariantFinding[]> {
  const people = await context.database.read.find(Person, 'enabled = 1 ORDER BY id');
  const today = plainDateOf(context.clock.now());
  const findings: InvariantFinding[] = [];
  for (const person of people) {
    const actor = actorOf(person);
    const differ = async (): Promise<boolean> => (await countWorkItems(context, actor, today)).open !== (await findWorkItems(context, actor, { page: 1, pageSize: 1, status: 'open' })).total;
    // Work that comes or goes between the two looks differs once, a wrong badge always.
    if ((await differ()) && (await differ()) && (await differ())) {
      findings.push({ rule: 'badge-differs-from-list', caseId: '', number: '', subject: person.id, message: `${person.name}的待办角标与待办列表不一致`, messageEn: `The badge of ${person.name} differs from the list`, repairable: false, remedy: '由系统管理员联系产品支持：角标与列表由同一条件计算' });
    }
  }
  return findings;
}
