import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { FlowView } from '../../../src/api/contract.js';
import { Office } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

interface Finding {
  rule: string;
  severity: string;
  elements: string[];
  path?: string[];
}

describe('Complaint 16: a merge that can wait for ever', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  });
  afterAll(() => test.remove());

  it('is refused with the way that leads into it; the draft is kept, and the version in use goes on', async () => {
    const admin = await office.as('admin');
    const key = 'stage-construction-permit';
    const before = await admin.get<FlowView>(`/flows/${key}`);
    // The choice whether a review is needed now forks, so that the join behind it waits for a branch that was never begun.
    const seeded = await readFile(path.resolve(import.meta.dirname, '../../../seeds/flows/stage-construction-permit.bpmn'), 'utf8');
    const xml = seeded
      .replace('<bpmn:parallelGateway id="forkReview"', '<bpmn:exclusiveGateway id="forkReview" default="toNeedsReview"')
      .replace(/(<bpmn:outgoing>toNeedsReview<\/bpmn:outgoing>\s*)<\/bpmn:parallelGateway>/, '$1</bpmn:exclusiveGateway>')
      .replace(
        '<bpmn:sequenceFlow id="toExamineItems" sourceRef="forkReview" targetRef="examineItems" />',
        '<bpmn:sequenceFlow id="toExamineItems" sourceRef="forkReview" targetRef="examineItems"><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">needsReview = false</bpmn:conditionExpression></bpmn:sequenceFlow>',
      );
    const draft = await admin.put<FlowView>(`/flows/${key}/draft`, { xml, version: before.draftVersion });
    const { token } = admin as unknown as { token: string };
    const response = await fetch(`${test.product.url}/api/v1/flows/${key}/versions`, { method: 'POST', headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${token}` }, body: JSON.stringify({ version: draft.draftVersion }) });
    const refusal = (await response.json()) as { code: string; findings: Finding[] };
    expect([response.status, refusal.code]).toEqual([422, 'FLOW_NOT_PUBLISHABLE']);
    const deadlock = refusal.findings.find((finding) => finding.rule === 'deadlock');
    expect(deadlock).toMatchObject({ severity: 'error', elements: expect.arrayContaining(['joinReview']) });
    expect(deadlock?.path).toEqual(expect.arrayContaining(['start', 'accept', 'forkReview']));
    const application = await office.accepted({ on: '2026-03-02' });
    expect((await application.view()).flow).toEqual({ key, version: 1 });
  });
});
