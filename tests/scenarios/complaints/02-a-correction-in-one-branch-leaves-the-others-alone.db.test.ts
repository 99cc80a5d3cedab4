import { allItems, Office, refusalOf, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const plan = { target: 'bx-construction-waste.disposal-plan', reason: '处置方案缺少运输路线图', norm: '《城市建筑垃圾管理规定》第七条' };

describe('Complaint 2: a department asks the window for a correction while others work', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  });
  afterAll(() => test.remove());

  const propose = (application: Application, person: string, items: object[], more: object = {}): Promise<unknown> => office.post(person, '/corrections/requests', { caseId: application.id, items, ...more });

  it('a department asks for a correction while others work, and their work, opinions and clocks stay as they are', async () => {
    const application = await office.accepted({ on: '2026-03-02', items: allItems });
    await office.on('2026-03-03');
    const waste = await application.item('bx-construction-waste');
    const eia = await application.item('bx-eia-form');
    await application.actIn(eia, 'reviewer-sthj', 'pass', { opinion: '环评表符合要求', reliedOn: ['/S10/eiaCategory'] });
    const before = await Promise.all([waste, eia].map(async (item) => ({ version: (await office.get<{ version: number }>('clerk', `/cases/${item}`)).version, clock: await application.clock(item) })));
    const worksBefore = (await application.view('clerk')).workItems.map((work) => work.id).sort();

    expect(await refusalOf(propose(application, 'reviewer-ggsy', [plan]))).toMatchObject({ code: 'CORRECTION_GROUND_NEEDED' });
    await propose(application, 'reviewer-ggsy', [plan], { ground: 'weMissedIt', explanation: '初审时漏看了路线图' });
    await application.act('clerk', 'requestCorrection');
    expect((await application.view()).status).toBe('accepted');
    expect((await application.view()).availableActions.map((offer) => offer.action)).toContain('answerCorrection');
    await (await office.as('enterprise')).upload(application.id, plan.target, '处置方案.pdf', Buffer.from('%PDF-1.4\n%%EOF\n'));
    await application.act('enterprise', 'answerCorrection');

    expect((await application.view()).status).toBe('accepted');
    const after = await Promise.all([waste, eia].map(async (item) => ({ version: (await office.get<{ version: number }>('clerk', `/cases/${item}`)).version, clock: await application.clock(item) })));
    expect(after).toEqual(before);
    const view = await application.view('clerk');
    expect(view.workItems.map((work) => work.id).sort()).toEqual(worksBefore);
    expect(view.opinions).toHaveLength(1);
    await application.actIn(waste, 'reviewer-ggsy', 'pass', { opinion: '补充后符合规定' });
  });
});
