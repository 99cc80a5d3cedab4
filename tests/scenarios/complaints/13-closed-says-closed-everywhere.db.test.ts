import type { CaseListRow, CaseView, ProjectView } from '../../../src/api/contract.js';
import { licensed, Office } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

/** Close a case → no page anywhere still says "in review". */
describe('Complaint 13: a closed case', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  it('is in review on no page: list, case, item, project, clock, public progress, to-do lists', async () => {
    const { application, permit } = await licensed(office);
    await application.sealAndDeliver();
    const page = await application.view();
    expect(page).toMatchObject({ status: 'closed', light: 'done', waitingFor: expect.stringContaining('没有待办事项') });
    const project = await office.get<ProjectView>('enterprise', `/projects/${application.projectId}`);
    const list = (await office.get<{ items: CaseListRow[] }>('clerk', '/cases?pageSize=50')).items.find((row) => row.id === application.id);
    const item = await office.get<CaseView>('clerk', `/cases/${permit}`);
    const inPublic = await (await fetch(`${test.product.url}/api/v1/public/progress?number=${encodeURIComponent(page.number)}&code=${page.queryCode}`)).text();
    expect(list).toMatchObject({ status: 'closed', light: 'done' });
    expect(project.cases).toEqual([expect.objectContaining({ id: application.id, status: 'closed', statusText: '办结' })]);
    expect(inPublic).toContain('办结');
    for (const shown of [JSON.stringify(page.items), page.waitingFor, page.statusText, JSON.stringify(list), item.statusText, item.waitingFor, JSON.stringify(project.cases), inPublic]) {
      expect(shown).not.toMatch(/审查中|审批中|待受理|待决定|决定中|正在等待/);
    }
    for (const caseId of [application.id, permit]) expect((await application.clock(caseId)).state).toBe('decided');
    for (const person of ['enterprise', 'clerk', 'reviewer-ggsy', 'leader', 'sealkeeper']) expect(await application.work(person)).toEqual([]);
    expect(page.availableActions.map(({ action }) => action)).not.toContain('withdraw');
  }, 90_000);
});
