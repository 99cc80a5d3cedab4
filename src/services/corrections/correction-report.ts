import { Department } from '../../entities/index.js';
import type { ServiceContext } from '../service-context.js';

export interface CorrectionReportRow {
  departmentId: string;
  departmentName: string;
  requests: number;
  newFacts: number;
  /** Requests that should have been in the first notice; they count against the department. */
  missed: number;
}

export interface CorrectionReport {
  rows: CorrectionReportRow[];
  casesNoticed: number;
  casesNoticedOnce: number;
  /** 一次性告知率 in percent with two decimals; null without any notice. */
  oneNoticeRate: number | null;
  rule: string;
}

/** The report card of corrections 补正考核 for a period (both days included). */
export async function correctionReport(context: ServiceContext, { from, to }: { from: string; to: string }): Promise<CorrectionReport> {
  const { read } = context.database;
  const names = new Map((await read.find(Department)).map((department) => [department.id, department.nameZh]));
  const rows = await read.query(
    `SELECT r.departmentId, COUNT(*) AS requests, SUM(CASE WHEN r.ground = 'newFact' THEN 1 ELSE 0 END) AS newFacts, SUM(CASE WHEN r.ground = 'weMissedIt' THEN 1 ELSE 0 END) AS missed
     FROM correction_requests r JOIN corrections c ON c.id = r.correctionId WHERE c.noticedOn >= ? AND c.noticedOn <= ? GROUP BY r.departmentId ORDER BY missed DESC, requests DESC, r.departmentId`,
    [from, to],
  );
  const [sums] = await read.query(
    'SELECT COUNT(*) AS noticed, SUM(CASE WHEN n.notices = 1 THEN 1 ELSE 0 END) AS once FROM (SELECT caseId, COUNT(*) AS notices FROM corrections WHERE noticedOn >= ? AND noticedOn <= ? GROUP BY caseId) n',
    [from, to],
  );
  const noticed = Number(sums?.noticed ?? 0);
  const once = Number(sums?.once ?? 0);
  return {
    rows: rows.map((row) => ({ departmentId: String(row.departmentId), departmentName: names.get(String(row.departmentId)) ?? '', requests: Number(row.requests), newFacts: Number(row.newFacts), missed: Number(row.missed) })),
    casesNoticed: noticed,
    casesNoticedOnce: once,
    oneNoticeRate: noticed === 0 ? null : Math.round((once * 10_000) / noticed) / 100,
    rule: '一次性告知率＝期间内只发出一次补正告知的办件数÷发出过补正告知的办件数；“本机关遗漏”计入提出部门。',
  };
}
