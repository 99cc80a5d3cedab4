import { randomUUID } from 'node:crypto';
import mysql from 'mysql2/promise';

/** What a step writes, as rows of the same sizes as the product's own. */
interface BareCase {
  id: string;
  state: string;
  workItemId: string;
  version: number;
}

/**
 * The baseline: the same rows as one ordinary work-item completion – case locked and updated, one event, one opinion, one work item closed and
 * one opened, with an idempotency key – by mysql2 alone in two round trips, on copies of the product's tables.
 */
export class BareSql {
  private constructor(
    private readonly pool: mysql.Pool,
    private readonly cases: BareCase[],
  ) {}

  static async open(databaseUrl: string, caseIds: string[], connections: number): Promise<BareSql> {
    const pool = mysql.createPool({ uri: databaseUrl, connectionLimit: connections, multipleStatements: true, charset: 'utf8mb4' });
    for (const table of ['cases', 'case_events', 'opinions', 'work_items', 'idempotency_keys']) {
      await pool.query(`CREATE TABLE bare_${table} LIKE ${table}`);
      // LIKE leaves the foreign keys out, and the product's rows are checked by them.
      if (['case_events', 'opinions', 'work_items'].includes(table)) await pool.query(`ALTER TABLE bare_${table} ADD CONSTRAINT bare_${table}_case FOREIGN KEY (caseId) REFERENCES bare_cases (id)`);
    }
    const marks = caseIds.map(() => '?').join(', ');
    await pool.query(`INSERT INTO bare_cases SELECT * FROM cases WHERE id IN (${marks})`, caseIds);
    await pool.query(`INSERT INTO bare_work_items SELECT * FROM work_items WHERE status = 'open' AND caseId IN (${marks})`, caseIds);
    const [rows] = await pool.query<mysql.RowDataPacket[]>(`SELECT c.id, c.flowState AS state, w.id AS workItemId, c.version FROM bare_cases c JOIN bare_work_items w ON w.caseId = c.id WHERE c.id IN (${marks})`, caseIds);
    return new BareSql(pool, rows as unknown as BareCase[]);
  }

  get count(): number {
    return this.cases.length;
  }

  /** One step of the n-th case. */
  async step(index: number): Promise<void> {
    const each = this.cases[index] as BareCase;
    const connection = await this.pool.getConnection();
    try {
      await connection.query("SET TRANSACTION ISOLATION LEVEL READ COMMITTED;START TRANSACTION;SELECT * FROM bare_cases WHERE id = ? FOR UPDATE;SELECT * FROM bare_work_items WHERE caseId = ? AND status = 'open'", [each.id, each.id]);
      const at = new Date().toISOString();
      const nextItem = randomUUID();
      const hash = randomUUID().replaceAll('-', '').repeat(2);
      each.version += 1;
      await connection.query(
        `INSERT INTO bare_opinions (id, caseId, kind, itemCode, departmentId, personId, personName, conclusion, text, at) VALUES (?, ?, 'examination', 'sg-fire-design', 'xq-gjj', ?, '张建军', 'pass', '申请材料符合规定，建议通过', ?);
         INSERT INTO bare_case_events (caseId, seq, type, step, actorId, actorName, at, onDate, data, hash) VALUES (?, ?, 'examined', 'task1', ?, '张建军', ?, '2026-11-25', '{"outcome":"pass","opinion":"申请材料符合规定，建议通过"}', ?);
         UPDATE bare_work_items SET status = 'done', outcome = 'pass', doneAt = ?, doneBy = ? WHERE id = ?;
         INSERT INTO bare_work_items (id, caseId, stepKey, step, name, form, outcomes, role, departmentId, status, openedAt, dueOn) VALUES (?, ?, 'task2~2', 'task2', '审查 2', 'examination', '[{"id":"pass","name":"通过"},{"id":"stop","name":"结束"}]', 'reviewer', 'xq-gjj', 'open', ?, '2026-11-26');
         UPDATE bare_cases SET flowState = ?, lastEventSeq = ?, lastEventHash = ?, version = ? WHERE id = ? AND version = ?;
         INSERT INTO bare_idempotency_keys (personId, requestKey, requestHash, status, answer, at) VALUES (?, ?, ?, 200, '{"caseId":"0194","number":"BENCH","status":"examining","version":7}', ?);
         COMMIT`,
        [
          randomUUID(), each.id, each.id, at,
          each.id, each.version + 100_000, each.id, at, hash,
          at, each.id, each.workItemId,
          nextItem, each.id, at,
          each.state, each.version, hash, each.version, each.id, each.version - 1,
          each.id, nextItem, hash, at,
        ],
      );
      each.workItemId = nextItem;
    } finally {
      connection.release();
    }
  }

  close(): Promise<void> {
    return this.pool.end();
  }
}
