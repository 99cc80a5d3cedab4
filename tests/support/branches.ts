import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { CaseView, FlowView, WorkItemView } from '../../src/api/contract.js';
import { allItems, oneItem, type Application, type FilingChoice, type Office } from './application.js';

export const inside = 'inside a parallel branch';
/** Where an act is done: alone, or while others work beside it – other items, and the other branch of a parallel gateway in the same flow. */
export const places = ['outside a parallel branch', inside] as const;
export type Place = (typeof places)[number];

const stageFlow = 'stage-construction-permit';
const itemFlow = 'item-standard';

/** Publishes the seeded flows with one more branch each, which runs beside everything else: papers to keep, and a plot to compare. */
export async function forkFlows(office: Office): Promise<void> {
  await publish(office, itemFlow, (xml) => forkAfterStart(xml, { first: 'toKind', firstTarget: 'isFiling', task: '<bpmn:userTask id="comparePlot" name="核对地块" oa:role="reviewer" oa:department="=item.department" oa:limitWorkdays="5">' }));
  await publish(office, stageFlow, (xml) =>
    forkAfterStart(xml, { first: 'toAccept', firstTarget: 'accept', task: '<bpmn:userTask id="comparePlot" name="建立档案" oa:role="clerk" oa:limitWorkdays="5">' })
      // A refusal at the window ends the other branch too.
      .replace('<bpmn:endEvent id="notAccepted" name="不予受理">\n      <bpmn:incoming>toNotAccepted</bpmn:incoming>', '$&\n      <bpmn:terminateEventDefinition id="notAcceptedEndsAll" />'),
  );
}

async function publish(office: Office, key: string, change: (xml: string) => string): Promise<void> {
  const admin = await office.as('admin');
  const { draftVersion } = await admin.get<FlowView>(`/flows/${key}`);
  const xml = change(await readFile(path.resolve(import.meta.dirname, `../../seeds/flows/${key}.bpmn`), 'utf8'));
  const draft = await admin.put<FlowView>(`/flows/${key}/draft`, { xml, version: draftVersion });
  await admin.post(`/flows/${key}/versions`, { version: draft.draftVersion });
}

function forkAfterStart(xml: string, { first, firstTarget, task }: { first: string; firstTarget: string; task: string }): string {
  return xml
    .replace(`<bpmn:outgoing>${first}</bpmn:outgoing>\n    </bpmn:startEvent>`, `<bpmn:outgoing>toBranches</bpmn:outgoing>\n    </bpmn:startEvent>
    <bpmn:parallelGateway id="branches"><bpmn:incoming>toBranches</bpmn:incoming><bpmn:outgoing>${first}</bpmn:outgoing><bpmn:outgoing>toComparePlot</bpmn:outgoing></bpmn:parallelGateway>
    ${task}<bpmn:incoming>toComparePlot</bpmn:incoming><bpmn:outgoing>toCompared</bpmn:outgoing></bpmn:userTask>
    <bpmn:endEvent id="compared" name="已核对"><bpmn:incoming>toCompared</bpmn:incoming></bpmn:endEvent>`)
    .replace(new RegExp(`<bpmn:sequenceFlow id="${first}" sourceRef="start" targetRef="${firstTarget}" />`), `<bpmn:sequenceFlow id="toBranches" sourceRef="start" targetRef="branches" />
    <bpmn:sequenceFlow id="${first}" sourceRef="branches" targetRef="${firstTarget}" />
    <bpmn:sequenceFlow id="toComparePlot" sourceRef="branches" targetRef="comparePlot" />
    <bpmn:sequenceFlow id="toCompared" sourceRef="comparePlot" targetRef="compared" />`);
}

/** An application in one of the places; inside, its neighbours have work on their desks, with drafts begun. */
export class Scene {
  private constructor(
    readonly office: Office,
    readonly application: Application,
    readonly place: Place,
  ) {}

  /** Filed and not yet accepted. */
  static async filed(office: Office, place: Place, choice: FilingChoice = {}): Promise<Scene> {
    return begun(new Scene(office, await office.file(inPlace(place, choice)), place));
  }

  /** Accepted, in examination. */
  static async accepted(office: Office, place: Place, choice: FilingChoice & { acceptedOn?: string } = {}): Promise<Scene> {
    return begun(new Scene(office, await office.accepted(inPlace(place, choice)), place));
  }

  /** Examined, reviewed and discussed: the items await their decisions. */
  static async examined(office: Office, place: Place, choice: FilingChoice = {}): Promise<Scene> {
    const scene = new Scene(office, await office.accepted(inPlace(place, choice)), place);
    await scene.examineAll(choice.on ?? (await scene.today()));
    return scene;
  }

  /** Every item of it is examined, reviewed, discussed – the other branches do their part –, and drafts of the decisions are begun. */
  async examineAll(day: string): Promise<void> {
    const { application, place } = this;
    if (place !== inside) return void (await application.examine());
    if ((await application.view('reviewer-zjj')).availableActions.some((offer) => offer.action === 'commissionReview')) await application.review('reviewer-zjj');
    for (const reviewer of reviewers) {
      for (const work of await application.work(reviewer)) {
        if (work.step === 'examine') await application.actIn(work.caseId, reviewer, 'pass', { opinion: '同意' });
        if (work.step === 'comparePlot') await application.actIn(work.caseId, reviewer, 'comparePlot');
      }
    }
    for (const work of await application.work('leader')) if (work.step === 'verify') await application.actIn(work.caseId, 'leader', 'agree', { opinion: '同意' });
    await application.meet(day, reviewers);
    await this.beginDrafts();
  }

  /** The item that the scene is about. */
  item(): Promise<string> {
    return this.application.item(oneItem[0]);
  }

  /**
   * Does something in that item or in the window's step and expects everything beside it – other items, the other branch – to be exactly as
   * before: state, work and its drafts, opinions, record and clock.
   */
  async undisturbed<T>(act: () => Promise<T>): Promise<T> {
    if (this.place !== inside) return act();
    const whom = await this.neighbours();
    const before = await this.look(whom);
    const result = await act();
    expect(await this.look(whom)).toEqual(before);
    return result;
  }

  private async today(): Promise<string> {
    return (await this.office.get<{ today: string }>('clerk', '/calendar/now')).today;
  }

  /** The other items, and every piece of work that lies on a neighbour's desk. */
  private async neighbours(): Promise<Neighbours> {
    const stage = await this.application.view('clerk');
    const siblings = stage.items.filter((item) => item.caseId !== undefined && item.code !== oneItem[0]).map((item) => item.caseId as string);
    const work = stage.workItems.filter((each) => siblings.includes(each.caseId) || each.step === 'comparePlot').map((each) => each.id);
    if (work.length === 0) throw new Error('Nobody works beside this: the flows are not forked');
    return { siblings, work };
  }

  private async look({ siblings, work }: Neighbours): Promise<unknown> {
    const { office, application } = this;
    const views = await Promise.all(siblings.map((id) => office.get<CaseView>('clerk', `/cases/${id}`)));
    const records = await Promise.all(siblings.map((id) => application.events(id)));
    const clocks = await Promise.all(siblings.map((id) => application.clock(id)));
    const open = (await application.view('clerk')).workItems.filter((each) => work.includes(each.id));
    return {
      states: views.map(({ version, status, openMatters, opinions, due }) => ({ version, status, openMatters, opinions, due })),
      records,
      clocks: clocks.map(({ state, due, startedOn, usedWorkdays, days }) => ({ state, due, startedOn, usedWorkdays, days: days.length })),
      work: await Promise.all(open.map(async ({ id, caseId, step, status, assigneeId, dueOn, openedAt, ...each }) => ({ id, caseId, step, status, assigneeId, dueOn, openedAt, draft: await office.get(whoDoes(each), `/work-items/${id}/draft`) }))),
    };
  }

  /** Somebody has begun to write in everything that lies on the neighbours' desks. */
  async beginDrafts(): Promise<void> {
    const stage = await this.application.view('clerk');
    const own = stage.items.find((item) => item.code === oneItem[0])?.caseId;
    for (const work of stage.workItems) {
      const mine = (work.caseId === own || work.caseId === stage.id) && work.step !== 'comparePlot';
      if (!mine && !['commissionReview', 'reviewReport'].includes(work.step)) await (await this.office.as(whoDoes(work))).put(`/work-items/${work.id}/draft`, { form: { opinion: `${work.name}：草稿` } });
    }
  }
}

interface Neighbours {
  siblings: string[];
  work: string[];
}

const reviewers = ['reviewer-zjj', 'reviewer-sthj', 'reviewer-ggsy'];
const reviewerOf: Record<string, string> = { 'xq-gjj': 'reviewer-zjj', 'xq-sthjfj': 'reviewer-sthj', 'xq-ggsy': 'reviewer-ggsy' };
const whoDoes = (work: Pick<WorkItemView, 'role' | 'department'>): string => (work.role === 'reviewer' ? (reviewerOf[work.department?.id ?? ''] ?? 'reviewer-zjj') : (work.role ?? 'clerk'));

const inPlace = (place: Place, choice: FilingChoice): FilingChoice => ({ items: place === inside ? allItems : oneItem, ...choice });

async function begun(scene: Scene): Promise<Scene> {
  if (scene.place === inside) await scene.beginDrafts();
  return scene;
}
