import type { CaseView, ItemView } from '../../../src/api/contract.js';
import { samplePage } from '../../../src/cli/demo/sample-page.js';
import { Office, refusalOf, sampleForm, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

type ListedItem = Record<string, unknown> & { code: string; formSections: string[]; materials: Record<string, unknown>[] };

/** Resume a draft after the form was republished → only changed questions asked again. */
describe('Complaint 18: a draft goes on after what it asks was published anew', () => {
  let test: TestProduct;
  let office: Office;
  beforeEach(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterEach(() => test.remove());

  /** Publishes the whole list of items with some of them changed. */
  async function republish(change: (items: ListedItem[]) => ListedItem[]): Promise<void> {
    const { meta, items } = test.product.services.items.list() as unknown as { meta: object; items: ListedItem[] };
    const changed = change(structuredClone(items));
    await office.post('admin', '/items/lists', { meta: { ...meta, count: changed.length }, items: changed });
  }
  const changing = (code: string, change: (item: ListedItem) => Partial<ListedItem>) => (items: ListedItem[]): ListedItem[] => items.map((item) => (item.code === code ? { ...item, ...change(item) } : item));
  const insuring = { nameZh: '运输车辆保险单', nameEn: 'Insurance of the vehicles', source: 'applicant', documentForm: 'copy', electronicAccepted: true, required: true, waivableByCommitment: false, tolerableMissing: false };
  const save = async (application: Application, form: CaseView['form']): Promise<unknown> => (await office.as('enterprise')).put(`/cases/${application.id}/form`, { form, version: (await application.view()).version });

  /** The fields that a refused submission names. */
  const faults = async (application: Application): Promise<string[]> => [...(await refusalOf(application.act('enterprise', 'submit'))).message.matchAll(/\/S\d\d\/\w+/g)].map(([pointer]) => pointer);

  it('says what is asked beyond before, keeps every answer and file, and asks for nothing else again', async () => {
    const application = await office.draft({ items: ['bx-construction-waste'] });
    const before = await application.view();
    expect(before.listChange).toBeUndefined();
    await republish(changing('bx-construction-waste', (item) => ({ formSections: [...item.formSections, 'S05'], materials: [...item.materials, insuring] })));

    const draft = await application.view();
    expect(draft.listChange).toMatchObject({ from: 1, to: 2, addedSections: ['S05'], droppedSections: [], addedMaterials: [{ nameZh: '运输车辆保险单' }], droppedMaterials: [], withdrawnItems: [] });
    expect(draft.sections).toEqual([...before.sections, 'S05'].sort());
    expect(draft.form).toEqual({ ...before.form, S05: {} });
    const files = (view: CaseView): unknown => view.materials.map(({ nameZh, attachments }) => [nameZh, attachments.length]).filter(([name]) => name !== '运输车辆保险单');
    expect(files(draft)).toEqual(files(before));

    const asked = await faults(application);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter((pointer) => !pointer.startsWith('/S05/'))).toEqual([]);
    await save(application, { ...draft.form, S05: sampleForm.S05 as Record<string, unknown> });
    expect((await application.view()).listChange).toBeUndefined();
    const missing = await refusalOf(application.act('enterprise', 'submit'));
    expect(missing).toMatchObject({ code: 'MATERIALS_MISSING', message: expect.stringMatching(/：运输车辆保险单$/) });
    const key = draft.listChange?.addedMaterials[0]?.key as string;
    await (await office.as('enterprise')).upload(application.id, key, '保险单.pdf', samplePage('insurance'));
    await application.act('enterprise', 'submit');
    expect((await application.view()).form.S15).toEqual(before.form.S15);
    expect((await office.get<CaseView>('clerk', `/cases/${application.id}`)).sections).toContain('S05');
  }, 60_000);

  it('lets a file be added to a new material before anything was saved', async () => {
    const application = await office.draft({ items: ['bx-construction-waste'] });
    await republish(changing('bx-construction-waste', (item) => ({ materials: [...item.materials, insuring] })));
    const key = (await application.view()).listChange?.addedMaterials[0]?.key as string;
    await (await office.as('enterprise')).upload(application.id, key, '保险单.pdf', samplePage('insurance'));
    await application.act('enterprise', 'submit');
    expect((await application.view()).status).toBe('submitted');
  }, 60_000);

  it('takes no offence at answers that are not wanted any more, and files without them', async () => {
    const application = await office.draft({ items: ['bx-construction-waste'] });
    const before = await application.view();
    await republish(changing('bx-construction-waste', (item) => ({ formSections: item.formSections.filter((section) => section !== 'S15') })));
    expect((await application.view()).listChange).toMatchObject({ addedSections: [], droppedSections: ['S15'] });
    // A page that was opened before the list changed still sends them.
    await save(application, before.form);
    await save(application, before.form);
    await application.act('enterprise', 'submit');
    expect((await application.view()).sections).not.toContain('S15');
    expect(await refusalOf(save(application, before.form))).toMatchObject({ code: 'ACTION_NOT_AVAILABLE' });
  }, 60_000);

  it('tells that a chosen item is gone, and files the others once the draft was saved without it', async () => {
    const application = await office.draft({ items: ['bx-construction-waste', 'bx-road-occupy-dig'] });
    const filed = await office.file({ items: ['bx-road-occupy-dig'], projectId: application.projectId });
    await republish((items) => items.filter(({ code }) => code !== 'bx-road-occupy-dig'));
    expect((await office.get<{ items: ItemView[] }>('enterprise', '/items?pageSize=200')).items.map(({ code }) => code)).not.toContain('bx-road-occupy-dig');
    const draft = await application.view();
    expect(draft.listChange?.withdrawnItems).toMatchObject([{ code: 'bx-road-occupy-dig' }]);
    expect(draft.items.map(({ code }) => code)).toEqual(['bx-construction-waste']);
    expect(await refusalOf(application.act('enterprise', 'submit'))).toMatchObject({ code: 'ITEMS_WITHDRAWN', status: 409, message: expect.stringMatching(/挖掘.*保存草稿/) });
    await save(application, draft.form);
    await application.act('enterprise', 'submit');
    expect((await application.view()).items).toHaveLength(1);
    // What was filed keeps the list under which it was filed.
    expect((await filed.view('clerk')).items.map(({ code }) => code)).toEqual(['bx-road-occupy-dig']);
    await filed.act('clerk', 'accept', { remarks: '齐全' });
  }, 60_000);

  it('leaves a draft as it is when all of its items are gone, and says so to whoever submits it', async () => {
    const application = await office.draft({ items: ['bx-road-occupy-dig'] });
    await republish((items) => items.filter(({ code }) => code !== 'bx-road-occupy-dig'));
    const draft = await application.view();
    expect(draft.items).toHaveLength(1);
    await save(application, draft.form);
    expect(await refusalOf(application.act('enterprise', 'submit'))).toMatchObject({ code: 'ITEMS_WITHDRAWN', message: expect.stringContaining('重新选择事项') });
  }, 60_000);
});
