import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { addColumns, createIndex, createTable, int, longText, text } from '../table-builder.js';

/** What may happen to a case beside its one straight way: special procedures, collected corrections, debts, hearings, notices, permits and their ends. */
export class LegalActs0002 implements MigrationInterface {
  name = 'LegalActs0002700000000002';

  async up(runner: QueryRunner): Promise<void> {
    await addColumns(runner, 'cases', {
      channel: text(12, { nullable: true }),
      departments: longText({ nullable: true }),
      openMatters: longText({ nullable: true }),
      delegation: longText({ nullable: true }),
      overdueSince: text(10, { nullable: true }),
      promiseBrokenSince: text(10, { nullable: true }),
    });
    await addColumns(runner, 'corrections', { round: int({ nullable: true }), caseStatus: text(24, { nullable: true }) });
    await addColumns(runner, 'opinions', { reliedOn: longText({ nullable: true }) });

    await createTable(runner, 'pauses', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      pauseKey: text(80),
      kind: text(40),
      article: text(200),
      reason: text(1000),
      contact: text(120),
      departmentId: text(40, { nullable: true }),
      startedOn: text(10),
      neededWorkdays: int(),
      capOn: text(10, { nullable: true }),
      nth: int(),
      documentId: text(40, { nullable: true }),
      openedBy: text(40),
      openedByName: text(60),
      status: text(12),
      endedOn: text(10, { nullable: true }),
    });
    await index(runner, 'pauses', 'pauses_of_case', 'caseId');
    await index(runner, 'pauses', 'pauses_by_status', 'status', 'capOn');

    await createTable(runner, 'flow_timers', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      timerKey: text(80),
      step: text(80),
      rule: longText(),
      setAt: text(24),
      dueAt: text(24, { nullable: true }),
      timesLeft: int({ nullable: true }),
    });
    await index(runner, 'flow_timers', 'flow_timers_of_case', 'caseId');
    await index(runner, 'flow_timers', 'flow_timers_due', 'dueAt');

    await createTable(runner, 'correction_requests', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      departmentId: text(40),
      items: longText(),
      ground: text(12, { nullable: true }),
      explanation: text(500, { nullable: true }),
      status: text(12),
      correctionId: text(40, { nullable: true }),
      requestedBy: text(40),
      requestedAt: text(24),
    });
    await index(runner, 'correction_requests', 'correction_requests_of_case', 'caseId', 'status');
    await index(runner, 'correction_requests', 'correction_requests_of_department', 'departmentId', 'requestedAt');

    await createTable(runner, 'owed_materials', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      material: text(120),
      name: text(200),
      kind: text(12),
      promisedOn: text(10),
      dueOn: text(10, { nullable: true }),
      status: text(12),
      settledOn: text(10, { nullable: true }),
      finding: text(1000, { nullable: true }),
    });
    await index(runner, 'owed_materials', 'owed_materials_of_case', 'caseId');
    await index(runner, 'owed_materials', 'owed_materials_due', 'status', 'dueOn');

    await createTable(runner, 'delegations', {
      id: text(40, { primary: true }),
      itemCode: text(60),
      mode: text(16),
      delegatingBodyId: text(40),
      receivingBodyId: text(40),
      regionCodes: longText(),
      polygon: longText({ nullable: true }),
      validFrom: text(10),
      validUntil: text(10, { nullable: true }),
      basis: text(500),
      inspectionMoved: int(),
      penaltyMoved: int(),
      importedBy: text(60),
      importedAt: text(24),
    });
    await index(runner, 'delegations', 'delegations_of_item', 'itemCode', 'validFrom');

    await createTable(runner, 'hearings', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      status: text(16),
      reason: text(1000),
      toldOn: text(10),
      requestUntil: text(10, { nullable: true }),
      requestedOn: text(10, { nullable: true }),
      requestedBy: text(200, { nullable: true }),
      holdBy: text(10, { nullable: true }),
      noticedOn: text(10, { nullable: true }),
      heldOn: text(10, { nullable: true }),
      place: text(200, { nullable: true }),
      chairId: text(40, { nullable: true }),
      chairName: text(60, { nullable: true }),
      record: longText({ nullable: true }),
    });
    await index(runner, 'hearings', 'hearings_of_case', 'caseId');

    await createTable(runner, 'public_notices', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      title: text(200),
      content: text(4000),
      publishedOn: text(10),
      closesOn: text(10),
      publishedBy: text(40),
      publishedAt: text(24),
    });
    await index(runner, 'public_notices', 'public_notices_of_case', 'caseId');
    await index(runner, 'public_notices', 'public_notices_running', 'closesOn');

    await createTable(runner, 'objections', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      noticeId: text(40, { nullable: true, references: 'public_notices.id' }),
      name: text(100),
      contact: text(100),
      statement: text(4000),
      receivedAt: text(24),
      answer: text(4000, { nullable: true }),
      accepted: int(),
      answeredBy: text(40, { nullable: true }),
      answeredAt: text(24, { nullable: true }),
    });
    await index(runner, 'objections', 'objections_of_case', 'caseId');

    await createTable(runner, 'permits', {
      caseId: text(40, { primary: true, references: 'cases.id' }),
      itemCode: text(60),
      organisationId: text(40),
      title: text(300),
      issuedOn: text(10),
      validFrom: text(10, { nullable: true }),
      validUntil: text(10, { nullable: true }),
      startBy: text(10, { nullable: true }),
      startExtensions: int(),
      startedOn: text(10, { nullable: true }),
      state: text(16),
      endedOn: text(10, { nullable: true }),
      endReason: text(1000, { nullable: true }),
      endBasis: text(300, { nullable: true }),
    });
    await index(runner, 'permits', 'permits_of_organisation', 'organisationId');
    await index(runner, 'permits', 'permits_by_term', 'state', 'validUntil');
    await index(runner, 'permits', 'permits_by_start', 'state', 'startBy');

    await createTable(runner, 'permit_requests', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      kind: text(16),
      content: longText(),
      requestedOn: text(10),
      askableUntil: text(10, { nullable: true }),
      decideBy: text(10, { nullable: true }),
      status: text(12),
      decidedOn: text(10, { nullable: true }),
      decidedBy: text(40, { nullable: true }),
      reasons: text(1000, { nullable: true }),
    });
    await index(runner, 'permit_requests', 'permit_requests_of_permit', 'caseId');
    await index(runner, 'permit_requests', 'permit_requests_by_status', 'status', 'kind');
  }

  /** Forward only: what was decided under this schema cannot be told in the earlier one. */
  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead');
  }
}

function index(runner: QueryRunner, table: string, name: string, ...columnNames: string[]): Promise<void> {
  return createIndex(runner, table, new TableIndex({ name, columnNames }));
}
