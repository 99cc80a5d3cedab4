import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseView } from '../../../src/api/contract.js';
import { Office, refusalOf } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const seeded = await readFile(path.resolve(import.meta.dirname, '../../../seeds/flows/item-standard.bpmn'), 'utf8');

/** Approver added by rule can open every field and file he needs; removed → cannot. */
describe('Complaint 11: somebody whom a rule adds to a case', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  it('opens every field and file while the work is his, and nothing of it afterwards', async () => {
    const { draftVersion: version } = await office.get<{ draftVersion: number }>('admin', '/flows/item-standard');
    // The step belongs to no department; the rule names a reviewer who handles no item of this application.
    const xml = seeded.replace('id="examine" name="经办审查" oa:act="examine" oa:role="reviewer" oa:department="=item.department"', 'id="examine" name="经办审查" oa:act="examine" oa:role="reviewer" oa:assignment="person:reviewer-zjj"');
    const { draftVersion } = await (await office.as('admin')).put<{ draftVersion: number }>('/flows/item-standard/draft', { xml, version });
    await office.post('admin', '/flows/item-standard/versions', { version: draftVersion });

    const application = await office.file();
    expect(await refusalOf(application.view('reviewer-zjj'))).toMatchObject({ code: 'NOT_YOURS' });
    await application.act('clerk', 'accept', { remarks: '齐全' });
    const item = await application.item();
    const whole = await application.view('clerk');
    const seen = await application.view('reviewer-zjj');
    expect(seen.sections).toEqual(whole.sections);
    expect(seen.form).toEqual(whole.form);
    const files = seen.materials.flatMap((material) => material.attachments);
    expect(files.length).toBeGreaterThan(0);
    for (const file of files) expect((await (await office.as('reviewer-zjj')).download(`/attachments/${file.id}/content`)).length).toBe(file.size);
    expect((await office.get<CaseView>('reviewer-zjj', `/cases/${item}`)).availableActions.map(({ action }) => action)).toEqual(expect.arrayContaining(['pass', 'fail']));

    const [work] = await application.work('reviewer-zjj');
    await office.post('reviewer-zjj', `/work-items/${work?.id}/transfer`, { to: 'reviewer-ggsy', reason: '指派有误' });
    for (const address of [`/cases/${application.id}`, `/cases/${item}`, `/cases/${application.id}/form/1`, `/attachments/${files[0]?.id}/content`]) {
      expect(await refusalOf(office.get('reviewer-zjj', address))).toMatchObject({ code: 'NOT_YOURS' });
    }
    await application.actIn(item, 'reviewer-ggsy', 'pass', { opinion: '通过' });
  }, 90_000);
});
