import { TableIndex, type MigrationInterface, type QueryRunner } from 'typeorm';
import { createIndex, createTable, int, longText, text } from '../table-builder.js';

/** The first schema: everything that one application needs from its form to its seal. */
export class Initial0001 implements MigrationInterface {
  name = 'Initial0001700000000001';

  async up(runner: QueryRunner): Promise<void> {
    await createTable(runner, 'departments', {
      id: text(40, { primary: true }),
      nameZh: text(120),
      nameEn: text(200),
      shortName: text(40),
      kind: text(20),
      nameStatus: text(40),
      reconsiderationBody: text(120, { nullable: true }),
      court: text(120, { nullable: true }),
    });
    await createTable(runner, 'organisations', {
      id: text(40, { primary: true }),
      name: text(200),
      creditCode: text(18),
      kind: text(20),
    });
    await createIndex(runner, 'organisations', new TableIndex({ name: 'organisations_creditCode', columnNames: ['creditCode'], isUnique: true }));
    await createTable(runner, 'people', {
      id: text(40, { primary: true }),
      username: text(60),
      name: text(60),
      passwordHash: text(200),
      roles: longText(),
      departmentId: text(40, { nullable: true, references: 'departments.id' }),
      organisationId: text(40, { nullable: true, references: 'organisations.id' }),
      enabled: int(),
      failedSignIns: int(),
      lockedUntil: text(24, { nullable: true }),
      createdAt: text(24),
    });
    await createIndex(runner, 'people', new TableIndex({ name: 'people_username', columnNames: ['username'], isUnique: true }));
    await createTable(runner, 'sessions', {
      tokenHash: text(64, { primary: true }),
      personId: text(40, { references: 'people.id' }),
      createdAt: text(24),
      expiresAt: text(24),
    });
    await createTable(runner, 'item_lists', {
      version: int({ primary: true }),
      content: longText(),
      dataStatus: text(40),
      itemCount: int(),
      importedBy: text(60),
      importedAt: text(24),
    });
    await createTable(runner, 'calendar_years', {
      year: int({ primary: true }),
      version: int({ primary: true }),
      schedule: longText(),
      document: text(200),
      importedBy: text(60),
      importedAt: text(24),
    });
    await createTable(runner, 'projects', {
      id: text(40, { primary: true }),
      name: text(200),
      projectCode: text(24, { nullable: true }),
      projectType: text(40),
      organisationId: text(40, { references: 'organisations.id' }),
      createdBy: text(40),
      createdAt: text(24),
      version: int(),
    });
    await createIndex(runner, 'projects', new TableIndex({ name: 'projects_of_organisation', columnNames: ['organisationId', 'createdAt'] }));
    await createTable(runner, 'project_values', {
      projectId: text(40, { primary: true, references: 'projects.id' }),
      section: text(8, { primary: true }),
      data: longText(),
      caseId: text(40),
      updatedAt: text(24),
    });
    await createTable(runner, 'flows', {
      flowKey: text(80, { primary: true }),
      name: text(200),
      draftXml: longText(),
      draftVersion: int(),
      draftChangedBy: text(60),
      draftChangedAt: text(24),
    });
    await createTable(runner, 'flow_versions', {
      id: text(40, { primary: true }),
      flowKey: text(80, { references: 'flows.flowKey' }),
      number: int(),
      name: text(200),
      stage: text(8, { nullable: true }),
      xml: longText(),
      definition: longText(),
      verdict: longText(),
      hash: text(64),
      publishedBy: text(60),
      publishedAt: text(24),
    });
    await createIndex(runner, 'flow_versions', new TableIndex({ name: 'flow_version_numbers', columnNames: ['flowKey', 'number'], isUnique: true }));
    await createTable(runner, 'cases', {
      id: text(40, { primary: true }),
      number: text(50),
      queryCode: text(12),
      kind: text(8),
      parentId: text(40, { nullable: true, references: 'cases.id' }),
      projectId: text(40, { references: 'projects.id' }),
      organisationId: text(40, { references: 'organisations.id' }),
      stage: text(8),
      projectType: text(40),
      itemCode: text(60, { nullable: true }),
      itemCodes: longText(),
      itemListVersion: int(),
      departmentId: text(40, { nullable: true }),
      title: text(300),
      status: text(24),
      flowVersionId: text(40, { nullable: true, references: 'flow_versions.id' }),
      pinnedFlows: longText(),
      flowState: longText({ nullable: true }),
      callKey: text(80, { nullable: true }),
      formRevision: int(),
      lastEventSeq: int(),
      lastEventHash: text(64),
      receivedOn: text(10, { nullable: true }),
      acceptedOn: text(10, { nullable: true }),
      decidedOn: text(10, { nullable: true }),
      submittedAt: text(24, { nullable: true }),
      closedAt: text(24, { nullable: true }),
      dueOn: text(10, { nullable: true }),
      createdBy: text(40),
      createdAt: text(24),
      version: int(),
    });
    await createIndex(runner, 'cases', new TableIndex({ name: 'cases_number', columnNames: ['number'], isUnique: true }));
    await createIndex(runner, 'cases', new TableIndex({ name: 'cases_by_status', columnNames: ['status', 'createdAt'] }));
    await createIndex(runner, 'cases', new TableIndex({ name: 'cases_of_organisation', columnNames: ['organisationId', 'createdAt'] }));
    await createIndex(runner, 'cases', new TableIndex({ name: 'cases_of_project', columnNames: ['projectId'] }));
    await createIndex(runner, 'cases', new TableIndex({ name: 'cases_of_parent', columnNames: ['parentId'] }));
    await createTable(runner, 'case_forms', {
      caseId: text(40, { primary: true, references: 'cases.id' }),
      revision: int({ primary: true }),
      data: longText(),
      status: text(12),
      savedBy: text(40),
      savedAt: text(24),
    });
    await createTable(runner, 'case_events', {
      caseId: text(40, { primary: true, references: 'cases.id' }),
      seq: int({ primary: true }),
      type: text(40),
      step: text(80, { nullable: true }),
      actorId: text(40),
      actorName: text(60),
      at: text(24),
      onDate: text(10),
      data: longText(),
      hash: text(64),
    });
    await createTable(runner, 'work_items', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      stepKey: text(80),
      step: text(80),
      name: text(120),
      act: text(40, { nullable: true }),
      form: text(40, { nullable: true }),
      outcomes: longText(),
      role: text(20, { nullable: true }),
      departmentId: text(40, { nullable: true }),
      organisationId: text(40, { nullable: true }),
      assigneeId: text(40, { nullable: true }),
      status: text(12),
      outcome: text(40, { nullable: true }),
      openedAt: text(24),
      dueOn: text(10, { nullable: true }),
      doneAt: text(24, { nullable: true }),
      doneBy: text(40, { nullable: true }),
    });
    await createIndex(runner, 'work_items', new TableIndex({ name: 'work_items_done_by', columnNames: ['doneBy', 'doneAt'] }));
    await createIndex(runner, 'work_items', new TableIndex({ name: 'work_items_to_do', columnNames: ['status', 'role', 'departmentId', 'dueOn'] }));
    await createIndex(runner, 'work_items', new TableIndex({ name: 'work_items_of_case', columnNames: ['caseId', 'status'] }));
    await createTable(runner, 'attachments', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      material: text(120),
      name: text(200),
      mediaType: text(100),
      size: int(),
      sha256: text(64),
      uploadedBy: text(40),
      uploadedAt: text(24),
      answersCorrection: text(40, { nullable: true }),
      filePath: text(200),
      removedAt: text(24, { nullable: true }),
    });
    await createIndex(runner, 'attachments', new TableIndex({ name: 'attachments_of_case', columnNames: ['caseId'] }));
    await createTable(runner, 'corrections', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      status: text(12),
      items: longText(),
      requestedBy: text(40),
      noticedOn: text(10),
      dueOn: text(10, { nullable: true }),
      answeredOn: text(10, { nullable: true }),
      answeredRevision: int({ nullable: true }),
      documentId: text(40, { nullable: true }),
    });
    await createIndex(runner, 'corrections', new TableIndex({ name: 'corrections_of_case', columnNames: ['caseId'] }));
    await createTable(runner, 'reviews', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      agencyId: text(40, { references: 'organisations.id' }),
      status: text(16),
      scope: text(2000),
      items: longText(),
      commissionedBy: text(40),
      commissionedOn: text(10),
      dueOn: text(10, { nullable: true }),
      reportedOn: text(10, { nullable: true }),
      conclusion: text(24, { nullable: true }),
      report: longText({ nullable: true }),
    });
    await createIndex(runner, 'reviews', new TableIndex({ name: 'reviews_of_case', columnNames: ['caseId'] }));
    await createTable(runner, 'meetings', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      number: text(60),
      status: text(12),
      heldAt: text(40),
      place: text(200),
      chair: text(60, { nullable: true }),
      agenda: longText(),
      participants: longText(),
      minutes: longText({ nullable: true }),
      calledBy: text(40),
      calledOn: text(10),
    });
    await createIndex(runner, 'meetings', new TableIndex({ name: 'meetings_of_case', columnNames: ['caseId'] }));
    await createTable(runner, 'opinions', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      meetingId: text(40, { nullable: true }),
      kind: text(16),
      itemCode: text(60, { nullable: true }),
      departmentId: text(40, { nullable: true }),
      personId: text(40),
      personName: text(60),
      conclusion: text(24),
      text: text(2000),
      at: text(24),
    });
    await createIndex(runner, 'opinions', new TableIndex({ name: 'opinions_of_case', columnNames: ['caseId'] }));
    await createTable(runner, 'decisions', {
      caseId: text(40, { primary: true, references: 'cases.id' }),
      itemCode: text(60),
      outcome: text(12),
      reasons: text(4000),
      conditions: text(2000, { nullable: true }),
      terms: longText(),
      decidedBy: text(40),
      decidedByName: text(60),
      decidedOn: text(10),
      delegation: longText(),
    });
    await createTable(runner, 'documents', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      kind: text(40),
      number: text(120),
      title: text(300),
      status: text(16),
      state: text(12),
      issuedOn: text(10),
      issuedBy: text(40, { nullable: true }),
      verifyCode: text(32),
      record: longText(),
      templateVersion: int(),
      sealNeeded: text(16),
      sealUseId: text(40, { nullable: true }),
      filePath: text(200, { nullable: true }),
      sha256: text(64, { nullable: true }),
      sealedAt: text(24, { nullable: true }),
      failure: text(500, { nullable: true }),
    });
    await createIndex(runner, 'documents', new TableIndex({ name: 'documents_number', columnNames: ['number'], isUnique: true }));
    await createIndex(runner, 'documents', new TableIndex({ name: 'documents_verifyCode', columnNames: ['verifyCode'], isUnique: true }));
    await createIndex(runner, 'documents', new TableIndex({ name: 'documents_of_case', columnNames: ['caseId'] }));
    await createTable(runner, 'counters', {
      name: text(120, { primary: true }),
      value: int(),
    });
    await createTable(runner, 'seals', {
      id: text(40, { primary: true }),
      departmentId: text(40, { references: 'departments.id' }),
      kind: text(16),
      name: text(200),
      certificate: longText(),
      fingerprint: text(64),
      keyPath: text(200),
      createdAt: text(24),
      active: int(),
    });
    await createTable(runner, 'seal_uses', {
      id: text(40, { primary: true }),
      sealId: text(40, { references: 'seals.id' }),
      documentId: text(40, { references: 'documents.id' }),
      personId: text(40, { nullable: true }),
      purpose: text(200),
      requestedAt: text(24),
      appliedAt: text(24, { nullable: true }),
    });
    await createIndex(runner, 'seal_uses', new TableIndex({ name: 'seal_uses_of_document', columnNames: ['documentId'] }));
    await createTable(runner, 'deliveries', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      documentIds: longText(),
      way: text(20),
      recipient: text(100),
      deliveredBy: text(40),
      deliveredOn: text(10),
      receipt: longText(),
    });
    await createIndex(runner, 'deliveries', new TableIndex({ name: 'deliveries_of_case', columnNames: ['caseId'] }));
    await createTable(runner, 'outbox_messages', {
      id: text(40, { primary: true }),
      topic: text(40),
      subject: text(80),
      payload: longText(),
      status: text(12),
      attempts: int(),
      availableAt: text(24),
      leasedUntil: text(24, { nullable: true }),
      createdAt: text(24),
      doneAt: text(24, { nullable: true }),
      failure: text(500, { nullable: true }),
    });
    await createIndex(runner, 'outbox_messages', new TableIndex({ name: 'outbox_waiting', columnNames: ['status', 'availableAt'] }));
    await createTable(runner, 'notices', {
      id: text(40, { primary: true }),
      caseId: text(40, { references: 'cases.id' }),
      organisationId: text(40, { nullable: true }),
      departmentId: text(40, { nullable: true }),
      text: text(1000),
      at: text(24),
      readAt: text(24, { nullable: true }),
    });
    await createIndex(runner, 'notices', new TableIndex({ name: 'notices_of_organisation', columnNames: ['organisationId', 'at'] }));
    await createTable(runner, 'idempotency_keys', {
      personId: text(40, { primary: true }),
      requestKey: text(120, { primary: true }),
      requestHash: text(64),
      status: int(),
      answer: longText(),
      at: text(24),
    });
    await createTable(runner, 'audit_events', {
      id: text(40, { primary: true }),
      at: text(24),
      personId: text(40, { nullable: true }),
      personName: text(60),
      act: text(60),
      target: text(200),
      detail: longText(),
    });
    await createIndex(runner, 'audit_events', new TableIndex({ name: 'audit_by_time', columnNames: ['at'] }));
  }

  /** Forward only: a published schema is changed by the next migration. */
  async down(): Promise<void> {
    throw new Error('Migrations go forward only; restore a backup instead');
  }
}
