import type { CaseView } from '../../../src/api/contract.js';
import { Office, refusalOf } from '../../support/application.js';
import { forkFlows, inside, places, Scene } from '../../support/branches.js';
import { hire } from '../../support/people.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

describe('Whoever is to decide sends the item back to its examiner 退回重新审查', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
    await hire(test, 'reviewer-ggsy', { username: 'reviewer-ggsy2', name: '图雅' });
  }, 60_000);
  afterAll(() => test.remove());
  afterEach(async () => expect((await office.get<{ items: unknown[] }>('supervisor', '/audit/invariants')).items).toEqual([]));

  const page = (caseId: string, person: string): Promise<CaseView> => office.get<CaseView>(person, `/cases/${caseId}`);
  const actions = async (caseId: string, person: string): Promise<string[]> => (await page(caseId, person)).availableActions.map(({ action }) => action);
  const back = { reason: '现场照片与申报的占用范围不一致，请复核' };

  it('a correction meanwhile asks the department besides: each officer answers the request that is his, and the decision waits for both', async () => {
    const application = await office.accepted({ on: '2026-03-02' });
    const caseId = await application.examine('reviewer-ggsy', undefined, { reliedOn: ['/S02/contactPhone'] });
    await application.actIn(caseId, 'leader', 'returnForExamination', back);
    await application.act('clerk', 'requestCorrection', { items: [{ target: '/S02/contactPhone', reason: '电话无法接通', norm: '《行政许可法》第三十一条' }], ground: 'newFact', explanation: '号码已停用' });
    await application.act('enterprise', 'answerCorrection', { values: { '/S02/contactPhone': '13800000004' } });
    const left = async (): Promise<string[]> => (await page(caseId, 'clerk')).openMatters.map(({ label }) => label);
    expect(await left()).toHaveLength(2);
    await application.actIn(caseId, 'reviewer-ggsy2', 'reconfirmOpinion', { conclusion: 'uphold', opinion: '新号码已核实' });
    expect(await left()).toEqual(['已退回重新审查，待经办人答复']);
    expect(await refusalOf(application.actIn(caseId, 'reviewer-ggsy2', 'reconfirmOpinion', { conclusion: 'uphold', opinion: '维持' }))).toMatchObject({ code: 'NOT_YOURS' });
    await application.actIn(caseId, 'reviewer-ggsy', 'reconfirmOpinion', { conclusion: 'uphold', opinion: '范围无误，维持' });
    expect(await left()).toEqual([]);
    await application.actIn(caseId, 'leader', 'approve', { content: '准予' });
  }, 60_000);

  describe.each(places)('%s', (place) => {
    beforeAll(async () => {
      if (place === inside) await forkFlows(office);
    });

    it('he finds it on his desk with the reason; the decision waits, comes straight back, and rests on both opinions', async () => {
      const scene = await Scene.examined(office, place, { on: '2026-03-02' });
      const { application } = scene;
      const caseId = await scene.item();
      expect(await actions(caseId, 'leader')).toEqual(expect.arrayContaining(['approve', 'returnForExamination']));
      expect(await refusalOf(application.actIn(caseId, 'leader', 'returnForExamination'))).toMatchObject({ code: 'FORM_INVALID' });
      expect(await refusalOf(application.actIn(caseId, 'reviewer-ggsy', 'returnForExamination', back))).toMatchObject({ status: 403 });
      const clock = await application.clock(caseId);
      await scene.undisturbed(() => application.actIn(caseId, 'leader', 'returnForExamination', back));

      const [work] = (await application.work('reviewer-ggsy')).filter((item) => item.caseId === caseId);
      expect(work).toMatchObject({ name: '重新审查', act: 'reconfirmOpinion', dueOn: '2026-03-04', returned: { from: '决定', reason: back.reason, straightBack: true } });
      expect((await application.work('reviewer-ggsy2')).filter((item) => item.caseId === caseId)).toEqual([]);
      expect(await application.clock(caseId)).toMatchObject({ state: 'running', due: clock.due });
      expect(await refusalOf(application.actIn(caseId, 'leader', 'approve', { content: '准予' }))).toMatchObject({ code: 'MATTER_OPEN', message: expect.stringContaining('重新审查') });
      expect(await refusalOf(application.actIn(caseId, 'leader', 'returnForExamination', back))).toMatchObject({ code: 'RECONFIRMATION_OPEN' });
      // The applicant sees that work goes on, not why.
      const seen = (await application.view('enterprise')).workItems.find(({ id }) => id === work?.id);
      expect(seen).toMatchObject({ name: '重新审查' });
      expect(seen).not.toHaveProperty('returned');
      // Neither the leader nor a colleague answers in the examiner's place.
      for (const person of ['leader', 'reviewer-ggsy2']) expect(await refusalOf(application.actIn(caseId, person, 'reconfirmOpinion', { conclusion: 'uphold', opinion: '维持' }))).toMatchObject({ status: 403, code: 'NOT_YOURS' });

      await scene.undisturbed(() => application.actIn(caseId, 'reviewer-ggsy', 'reconfirmOpinion', { conclusion: 'fail', opinion: '经复核，占用范围超出申报' }));
      const { opinions, openMatters } = await page(caseId, 'leader');
      expect(openMatters).toEqual([]);
      expect(opinions.filter(({ kind }) => kind === 'examination').map(({ conclusion }) => conclusion)).toHaveLength(2);
      const texts = (await application.events(caseId)).map(({ text }) => text);
      expect(texts).toEqual(expect.arrayContaining([`退回重新审查（刘洋）：${back.reason}`, '经办意见改为不通过：经复核，占用范围超出申报']));
      // What officers tell each other is theirs.
      const { items: told } = await office.get<{ items: { text: string }[] }>('enterprise', `/cases/${caseId}/events`);
      expect(told.filter(({ text }) => text.includes('占用范围') || text.includes('不通过'))).toEqual([]);
      await scene.undisturbed(() => application.actIn(caseId, 'leader', 'refuse', { facts: '占用范围超出申报', reasons: '不符合法定条件', legalBasis: '《行政许可法》第三十八条' }));
      expect(await actions(caseId, 'leader')).not.toContain('returnForExamination');
    }, 60_000);

    it('who has left the office is asked no more: it lies in the queue of his department', async () => {
      const scene = await Scene.accepted(office, place, { on: '2026-03-02' });
      const { application } = scene;
      const caseId = await scene.item();
      expect(await actions(caseId, 'leader')).not.toContain('returnForExamination');
      expect(await refusalOf(application.actIn(caseId, 'leader', 'returnForExamination', back))).toMatchObject({ code: 'ACTION_NOT_AVAILABLE' });
      const leaver = `leaver-${place === inside ? 1 : 2}`;
      await hire(test, 'reviewer-ggsy', { username: leaver, name: '离岗人' });
      await application.actIn(caseId, leaver, 'pass', { opinion: '同意' });
      if (place === inside) await scene.examineAll('2026-03-02');
      else await application.actIn(caseId, 'leader', 'agree', { opinion: '同意' });
      await office.post('admin', `/people/${leaver}/disabling`, { reason: '调离', handOverTo: 'queue' });
      await application.actIn(caseId, 'leader', 'returnForExamination', back);
      const onDesk = async (person: string): Promise<string[]> => (await application.work(person)).filter((item) => item.caseId === caseId).map(({ name }) => name);
      expect([await onDesk('reviewer-ggsy'), await onDesk('reviewer-ggsy2')]).toEqual([['重新审查'], ['重新审查']]);
      await application.actIn(caseId, 'reviewer-ggsy2', 'reconfirmOpinion', { conclusion: 'uphold', opinion: '材料无误，维持' });
      await application.actIn(caseId, 'leader', 'approve', { content: '准予' });
    }, 60_000);
  });
});
