import { Office, refusalOf } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const phone = { target: '/S02/contactPhone', reason: '电话无法接通', norm: '《行政许可法》第三十一条' };
const address = { target: '/S02/registeredAddress', reason: '住所与营业执照不一致', norm: '《行政许可法》第三十一条' };

describe('Complaint 4: asked four times to correct', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  });
  afterAll(() => test.remove());

  it('asked four times, the applicant is never overdue within the new limit; what is new needs a ground, what was missed is counted', async () => {
    const application = await office.file({ on: '2026-04-01' });
    const answer = async (values: object): Promise<void> => {
      await application.act('enterprise', 'answerCorrection', { values });
    };
    await application.act('clerk', 'requestCorrection', { items: [phone], handInWorkdays: 2 });
    await office.on('2026-04-03');
    await answer({ [phone.target]: '13800000005' });
    expect(await refusalOf(application.act('clerk', 'requestCorrection', { items: [address] }))).toMatchObject({ code: 'CORRECTION_GROUND_NEEDED' });
    await application.act('clerk', 'requestCorrection', { items: [phone], handInWorkdays: 2 });
    await office.on('2026-04-08');
    expect((await application.view()).corrections.map((correction) => correction.status)).toEqual(['answered', 'open']);
    await answer({ [phone.target]: '13800000006' });
    await application.act('clerk', 'requestCorrection', { items: [address], ground: 'weMissedIt', handInWorkdays: 3 });
    await office.on('2026-04-13');
    await answer({ [address.target]: '和林格尔新区云谷大道 8 号' });
    await application.act('clerk', 'requestCorrection', { items: [address], handInWorkdays: 5 });
    await office.on('2026-04-20');
    const view = await application.view();
    expect(view.status).toBe('awaitingCorrection');
    expect(view.corrections.map((correction) => correction.status)).toEqual(['answered', 'answered', 'answered', 'open']);
    await answer({ [address.target]: '和林格尔新区云谷大道 9 号' });
    await application.act('clerk', 'accept');
    expect((await application.events()).map((event) => event.type)).not.toContain('correctionLapsed');
    // With the second answer everything was there that had been asked for; what the window missed is not held against the applicant.
    expect(await application.clock(await application.item())).toMatchObject({ acceptedOn: '2026-04-08', due: '2026-05-09' });
    expect((await application.events()).find((event) => event.type === 'accepted')).toMatchObject({ on: '2026-04-08' });
    const report = await office.get<{ rows: { departmentId: string; missed: number }[]; casesNoticed: number }>('supervisor', '/corrections/report?from=2026-04-01&to=2026-04-30');
    expect(report.rows).toMatchObject([{ departmentId: 'xq-zwfw', missed: 1, requests: 4 }]);
    expect(report.casesNoticed).toBe(1);
  });
});
