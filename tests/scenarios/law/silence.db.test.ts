import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseView, FlowView, OpinionView } from '../../../src/api/contract.js';
import { Office, refusalOf, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

const two = ['bx-construction-waste', 'bx-temp-building'];

/** The local rule as an administrator draws it: a timer on the opinions, with its basis, that leads on to the minutes. */
const rule = `<bpmn:boundaryEvent id="silent" name="逾期未反馈视为同意" attachedToRef="giveOpinion" cancelActivity="true" oa:legalBasis="新区联合审批办法（示例）第十条">
      <bpmn:outgoing>silentToMinutes</bpmn:outgoing>
      <bpmn:timerEventDefinition id="silentAfter" oa:workdays="1" />
    </bpmn:boundaryEvent>
    <bpmn:sequenceFlow id="silentToMinutes" sourceRef="silent" targetRef="recordMinutes" />
    <bpmn:userTask id="recordMinutes"`;

describe('T8 the silence of a consulted department', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  /** Two departments, at the point at which both are asked. */
  async function asked(): Promise<Application> {
    const application = await office.accepted({ on: '2026-03-02', items: two });
    await application.examine('reviewer-ggsy', two[0]);
    await application.examine('reviewer-zjj', two[1]);
    await application.act('secretary', 'callMeeting', { ...(await application.suggestion('secretary', 'callMeeting')), heldOn: '2026-03-04', startsAt: '09:30', place: '会议室' });
    await application.act('reviewer-ggsy', 'giveOpinion', { opinion: 'agree' });
    return application;
  }
  const meetingOpinions = (view: CaseView): OpinionView[] => view.opinions.filter((opinion) => opinion.kind === 'meeting');

  it('means nothing where the flow does not say so: the meeting waits', async () => {
    const application = await asked();
    await office.on('2026-03-20');
    const view = await application.view('clerk');
    expect(meetingOpinions(view)).toHaveLength(1);
    expect(view.workItems.map((work) => work.step)).toEqual(['giveOpinion']);
  }, 60_000);

  it('is agreement inside the government where the flow version enables the local rule, and the decision still needs a named person', async () => {
    const admin = await office.as('admin');
    const key = 'stage-construction-permit';
    const { draftVersion } = await admin.get<FlowView>(`/flows/${key}`);
    const xml = (await readFile(path.resolve('seeds/flows/stage-construction-permit.bpmn'), 'utf8')).replace('<bpmn:userTask id="recordMinutes"', rule);
    const draft = await admin.put<FlowView>(`/flows/${key}/draft`, { xml, version: draftVersion });
    await admin.post(`/flows/${key}/versions`, { version: draft.draftVersion });

    const application = await asked();
    await office.on('2026-03-03');
    expect(meetingOpinions(await application.view('clerk'))).toHaveLength(1);
    await office.on('2026-03-04');
    const view = await application.view('clerk');
    expect(meetingOpinions(view).map((opinion) => [opinion.department.id, opinion.conclusion, opinion.person])).toEqual([
      ['xq-ggsy', '同意', '刘洋'],
      ['xq-gjj', '视为同意（逾期未反馈）', '系统'],
    ]);
    expect(view.workItems.map((work) => work.step)).toEqual(['recordMinutes']);
    expect(await refusalOf(application.act('reviewer-zjj', 'giveOpinion', { opinion: 'disagree', reason: '迟了' }))).toMatchObject({ code: 'ACTION_NOT_AVAILABLE' });
    await application.act('secretary', 'recordMinutes', { ...(await application.suggestion('secretary', 'recordMinutes')), chair: '吴主任', conclusion: '同意' });
    expect((await application.view()).items.map((item) => item.status)).toEqual(['deciding', 'deciding']);
    expect((await application.work('leader')).map((work) => work.step)).toEqual(['decide', 'decide']);
  }, 60_000);
});
