import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { playStory } from '../../src/cli/demo/story.js';
import { DEMO_PASSWORD } from '../../src/services/seeding/seed.js';
import { signIn, startTestProduct, type TestProduct } from '../support/product.js';
import type { CaseView, ClockView } from '../../src/api/contract.js';

const application = JSON.parse(await readFile(path.resolve('seeds/demo/data-centre-application.json'), 'utf8')) as { projectType: string; stage: string; items: string[]; form: Record<string, Record<string, unknown>> };

describe('One application from one form to one seal', () => {
  let office: TestProduct;
  beforeAll(async () => (office = await startTestProduct()), 60_000);
  afterAll(() => office.remove());

  it('is filed, corrected, accepted, examined in parallel, reviewed once, discussed once, decided, sealed once and delivered', async () => {
    const result = await playStory({ ...application, server: office.product.url, password: DEMO_PASSWORD, onAct: () => undefined, onDocument: async () => undefined });
    expect(new Set(result.documents.map((document) => document.kind))).toEqual(
      new Set(['receipt-list', 'correction-notice', 'acceptance-notice', 'review-commission', 'special-procedure-notice', 'meeting-minutes', 'decision', 'certificate', 'delivery-receipt']),
    );
    const enterprise = await signIn(office.product.url, 'enterprise');
    const page = await enterprise.get<CaseView>(`/cases/${result.caseId}`);
    expect(page.items.map((item) => item.status)).toEqual(Array(6).fill('approved'));
    expect(page.documents.map((document) => document.kind)).not.toContain('meeting-minutes');

    const permit = page.items.find((item) => item.code === 'sg-construction-permit');
    const clock = await enterprise.get<ClockView>(`/cases/${permit?.caseId}/clock`);
    expect(clock).toMatchObject({ state: 'decided', acceptedOn: '2026-03-05', usedWorkdays: 6 });
    const record = await enterprise.get<{ intact: boolean; items: { type: string }[] }>(`/cases/${result.caseId}/events`);
    expect(record.intact).toBe(true);
    expect(record.items.map((event) => event.type)).toEqual(expect.arrayContaining(['received', 'correctionNoticed', 'corrected', 'accepted', 'reviewCommissioned', 'reviewReported', 'meetingCalled', 'minutesRecorded', 'sealed', 'delivered', 'closed']));
  }, 120_000);
});
