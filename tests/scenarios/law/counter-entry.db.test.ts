import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseView, ProjectView } from '../../../src/api/contract.js';
import { samplePage } from '../../../src/cli/demo/sample-page.js';
import { Application, Office, oneItem, refusalOf } from '../../support/application.js';
import { forkFlows, inside, places, Scene } from '../../support/branches.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Entry at the counter for somebody else 窗口代为录入 (article 29)', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  });
  afterAll(() => test.remove());

  describe.each(places)('%s', (place) => {
    beforeAll(async () => {
      if (place === inside) await forkFlows(office);
    });

    it('needs the authority of the agent or the applicant himself, and is his application from then on', async () => {
      // Whatever else is under way in the office stays as it is.
      const scene = await Scene.accepted(office, place, { on: '2026-03-02' });
      const application = await scene.undisturbed(() => entered());
      expect(await refusalOf(application.act('clerk', 'submit'))).toMatchObject({ code: 'AGENT_AUTHORITY_MISSING' });
      await scene.undisturbed(() => application.act('clerk', 'submit', { applicantPresent: true }));
      expect((await application.events())[0]).toMatchObject({ type: 'received', actor: '王丽', data: { channel: 'counter' } });
      expect((await application.view('enterprise')).organisation.creditCode).toBe('91150100MA0QT2X3WB');
      const clerk = await office.as('clerk');
      expect(await refusalOf(clerk.put(`/cases/${application.id}/form`, { form: {}, version: (await application.view('clerk')).version }))).toMatchObject({ code: 'NOT_YOURS' });
      await application.act('clerk', 'accept');
    });
  });

  it('is refused for an applicant whom the register of this office does not know', async () => {
    const clerk = await office.as('clerk');
    expect(await refusalOf(clerk.post('/projects', { name: '柜台项目', projectType: 'SOCIAL_GENERAL', applicant: { creditCode: '91350100M000100Y43' } }))).toMatchObject({ code: 'APPLICANT_UNKNOWN' });
  });

  /** Filled in by the window, not yet filed. */
  async function entered(): Promise<Application> {
    const { form } = JSON.parse(await readFile(path.resolve('seeds/demo/data-centre-application.json'), 'utf8')) as { form: Record<string, Record<string, unknown>> };
    const clerk = await office.as('clerk');
    const project = await clerk.post<ProjectView>('/projects', { name: '柜台项目', projectType: 'SOCIAL_GENERAL', applicant: { creditCode: '91150100MA0QT2X3WB' } });
    const draft = await clerk.post<CaseView>('/cases', { projectId: project.id, stage: 'SG', items: oneItem });
    await clerk.put(`/cases/${draft.id}/form`, { form: Object.fromEntries(draft.sections.map((section) => [section, form[section] ?? {}])), version: draft.version });
    const application = new Application(office, draft.id, project.id);
    for (const material of (await application.view('clerk')).materials) if (material.required && material.source !== 'system') await clerk.upload(draft.id, material.key, '扫描件.pdf', samplePage(material.nameEn));
    return application;
  }
});
