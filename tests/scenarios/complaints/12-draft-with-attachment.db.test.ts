import type { AttachmentView, CaseView } from '../../../src/api/contract.js';
import { samplePage } from '../../../src/cli/demo/sample-page.js';
import { DEMO_PASSWORD } from '../../../src/services/seeding/seed.js';
import { allItems, Office, refusalOf } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

/** Draft with attachment saved, submitted → attachment there. */
describe('Complaint 12: a file of a draft is there after it was submitted', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  async function upload(person: string, fields: Record<string, string>, bytes: Uint8Array = samplePage('report')): Promise<{ status: number; body: AttachmentView & { code?: string } }> {
    const session = await fetch(`${test.product.url}/api/v1/sessions`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ username: person, password: DEMO_PASSWORD }) });
    const { token } = (await session.json()) as { token: string };
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    form.set('file', new Blob([Uint8Array.from(bytes)], { type: 'application/pdf' }), '评审报告.pdf');
    const answer = await fetch(`${test.product.url}/api/v1/attachments`, { method: 'POST', headers: { Authorization: `Bearer ${token}` }, body: form });
    return { status: answer.status, body: (await answer.json()) as AttachmentView & { code?: string } };
  }

  it('an application: the file uploaded to the draft is there, unchanged, after it was filed', async () => {
    const application = await office.draft();
    const before = (await application.view()).materials.flatMap((material) => material.attachments);
    expect(before.length).toBeGreaterThan(0);
    await application.act('enterprise', 'submit');
    expect((await application.view()).materials.flatMap((material) => material.attachments)).toEqual(before);
    for (const file of before) expect((await (await office.as('clerk')).download(`/attachments/${file.id}/content`)).length).toBe(file.size);
  }, 60_000);

  it('the report of a review: its file may be named in the draft and stays with the report', async () => {
    const application = await office.accepted({ items: allItems });
    await application.act('reviewer-zjj', 'commissionReview', { ...(await application.suggestion('reviewer-zjj', 'commissionReview')), conflictsChecked: true });
    const work = (await application.view('agency')).workItems.find((item) => item.form === 'review-report');
    const fields = { workItem: work?.id as string, field: 'reportFile' };

    expect(await upload('reviewer-zjj', fields)).toMatchObject({ status: 403 });
    expect(await upload('enterprise', fields)).toMatchObject({ status: 403 });
    expect(await upload('agency', { ...fields, field: 'photo' })).toMatchObject({ status: 400, body: { code: 'FORM_TAKES_NO_FILE' } });
    expect(await upload('agency', fields, new Uint8Array())).toMatchObject({ body: { code: 'FILE_EMPTY' } });
    expect(await upload('agency', { ...fields, workItem: 'none' })).toMatchObject({ status: 404 });
    const { status, body } = await upload('agency', fields);
    expect(status).toBe(201);

    const agency = await office.as('agency');
    await agency.put(`/work-items/${work?.id}/draft`, { form: { conclusion: 'pass', reportFile: body.id } });
    expect(await agency.get(`/work-items/${work?.id}/draft`)).toMatchObject({ form: { reportFile: body.id } });
    const report = { conclusion: 'pass', experts: [{ name: '郝云峰', speciality: '结构' }], points: [{ point: '可行' }] };
    expect(await refusalOf(application.act('agency', 'submitReviewReport', { ...report, reportFile: 'never-uploaded' }))).toMatchObject({ code: 'FORM_INVALID', message: expect.stringContaining('/reportFile') });
    await application.act('agency', 'submitReviewReport', { ...report, reportFile: body.id });
    expect((await application.view('reviewer-zjj')).review?.report).toMatchObject({ reportFile: body.id });
    const bytes = await (await office.as('reviewer-zjj')).download(`/attachments/${body.id}/content`);
    expect(bytes.equals(Buffer.from(samplePage('report')))).toBe(true);
    expect(await refusalOf(office.get('enterprise2', `/attachments/${body.id}/content`))).toMatchObject({ code: 'NOT_YOURS' });
    expect(await upload('agency', fields)).toMatchObject({ status: 409 });
  }, 60_000);

  it('the answer to a correction: a file for a point of the notice is there after the answer', async () => {
    const application = await office.file();
    await application.act('clerk', 'requestCorrection', { items: [{ target: '/S01/projectName', reason: '与备案名称不一致', norm: '行政许可法第三十一条' }] });
    const work = (await application.view()).workItems.find((item) => item.act === 'answerCorrection');
    const { body } = await upload('enterprise', { workItem: work?.id as string, field: 'replies.attachment' });
    const answer = { values: { '/S01/projectName': '云枢数据中心一期' }, replies: [{ target: '/S01/projectName', reply: '已改', attachment: body.id }] };
    expect(await refusalOf(application.act('enterprise', 'answerCorrection', { ...answer, replies: [{ ...answer.replies[0], attachment: 'other' }] }))).toMatchObject({ code: 'FORM_INVALID' });
    await application.act('enterprise', 'answerCorrection', answer);
    expect((await (await office.as('clerk')).download(`/attachments/${body.id}/content`)).length).toBe(body.size);
    expect((await office.get<CaseView>('clerk', `/cases/${application.id}`)).status).toBe('submitted');
  }, 60_000);
});
