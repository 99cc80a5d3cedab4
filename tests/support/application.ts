import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ActionResult, CaseView, ClockView, DocumentView, ProjectView, WorkItemView } from '../../src/api/contract.js';
import { OfficeRefusal, type OfficeClient } from '../../src/cli/demo/office-client.js';
import { samplePage } from '../../src/cli/demo/sample-page.js';
import { Watch } from './invariants.js';
import { signIn, type TestProduct } from './product.js';

type Form = Record<string, Record<string, unknown>>;

const seed = JSON.parse(await readFile(path.resolve(import.meta.dirname, '../../seeds/demo/data-centre-application.json'), 'utf8')) as { projectType: string; stage: string; items: string[]; form: Form };

/** The answers of the demonstrated application, by section. */
export const sampleForm: Form = seed.form;
/** All six items of the demonstrated application. */
export const allItems: readonly string[] = seed.items;
/** One licence of 20 working days, +10, handled by xq-ggsy alone: no review, no meeting. */
export const oneItem: readonly string[] = ['bx-construction-waste'];

export interface FilingChoice {
  /** Day of filing; default: today of the fixed clock. */
  on?: string;
  items?: readonly string[];
  stage?: string;
  projectType?: string;
  /** An earlier project of the same enterprise. */
  projectId?: string;
  /** Changes to the sections of the demonstrated form. */
  form?: Form;
  /** Materials that are not uploaded. */
  without?: readonly string[];
  /** `counter`: the window enters it for the enterprise. */
  at?: 'counter';
}

/** Everybody of the demo accounts, signed in once, and what they do in short words. Acts go over HTTP, as an outsider's would. */
export class Office {
  private readonly clients = new Map<string, OfficeClient>();
  private watch: Watch | undefined;

  constructor(readonly test: TestProduct) {
    this.watch = new Watch(test);
  }

  /** From now on acts are not followed by a look at the invariants: for tests that break rows on purpose. */
  stopWatching(): void {
    this.watch = undefined;
  }

  async as(person: string): Promise<OfficeClient> {
    const known = this.clients.get(person);
    if (known) return known;
    const client = await signIn(this.test.product.url, person);
    this.clients.set(person, client);
    return client;
  }

  async on(day: string): Promise<void> {
    await this.test.today(day);
    await this.watch?.after(`moving the clock to ${day}`);
  }

  async get<T>(person: string, address: string): Promise<T> {
    return (await this.as(person)).get<T>(address);
  }

  async post<T>(person: string, address: string, body: unknown): Promise<T> {
    const answer = await (await this.as(person)).post<T>(address, body);
    await this.watch?.after(`POST ${address} ${JSON.stringify(body)} of ${person}`);
    return answer;
  }

  /** A filled draft with all of its materials. */
  async draft(choice: FilingChoice = {}): Promise<Application> {
    if (choice.on) await this.on(choice.on);
    const filer = await this.as(choice.at === 'counter' ? 'clerk' : 'enterprise');
    const applicant = choice.at === 'counter' ? { applicant: { creditCode: seed.form.S02?.creditCode } } : {};
    const stage = choice.stage ?? seed.stage;
    const projectType = choice.projectType ?? seed.projectType;
    const projectId = choice.projectId ?? (await filer.post<ProjectView>('/projects', { name: seed.form.S01?.projectName, projectType, ...applicant })).id;
    const draft = await filer.post<CaseView>('/cases', { projectId, stage, items: choice.items ?? oneItem });
    const form = Object.fromEntries(draft.sections.map((section) => [section, { ...(seed.form[section] ?? {}), ...(choice.form?.[section] ?? {}) }]));
    await filer.put(`/cases/${draft.id}/form`, { form, version: draft.version });
    const application = new Application(this, draft.id, projectId);
    for (const material of (await application.view(choice.at === 'counter' ? 'clerk' : 'enterprise')).materials) {
      if (material.required && material.source !== 'system' && !choice.without?.includes(material.key)) await filer.upload(draft.id, material.key, '材料.pdf', samplePage(material.nameEn));
    }
    return application;
  }

  /** Filed on that day. */
  async file(choice: FilingChoice = {}): Promise<Application> {
    const application = await this.draft(choice);
    await application.act('enterprise', 'submit');
    return application;
  }

  /** Filed and accepted, both on that day unless `acceptedOn` says otherwise. */
  async accepted(choice: FilingChoice & { acceptedOn?: string } = {}): Promise<Application> {
    const application = await this.file(choice);
    if (choice.acceptedOn) await this.on(choice.acceptedOn);
    await application.act('clerk', 'accept', { remarks: '材料齐全' });
    return application;
  }
}

/** One stage application under way. */
export class Application {
  constructor(
    readonly office: Office,
    readonly id: string,
    readonly projectId: string,
  ) {}

  /** The page of the stage case as this person sees it. */
  view(person = 'enterprise'): Promise<CaseView> {
    return this.office.get<CaseView>(person, `/cases/${this.id}`);
  }

  clock(caseId = this.id): Promise<ClockView & Record<string, unknown>> {
    return this.office.get('clerk', `/cases/${caseId}/clock`);
  }

  /** Acts in the stage case. */
  act(person: string, action: string, form: Record<string, unknown> = {}): Promise<ActionResult> {
    return this.actIn(this.id, person, action, form);
  }

  /** Acts in any case of the application, with the version of this moment. */
  async actIn(caseId: string, person: string, action: string, form: Record<string, unknown> = {}): Promise<ActionResult> {
    const { version } = await this.office.get<CaseView>('clerk', `/cases/${caseId}`).catch(() => this.office.get<CaseView>(person, `/cases/${caseId}`));
    return this.office.post<ActionResult>(person, `/cases/${caseId}/actions`, { action, form, version });
  }

  /** The case of one item; default: the first. */
  async item(code?: string): Promise<string> {
    const { items } = await this.view('clerk');
    const found = code === undefined ? items[0] : items.find((item) => item.code === code);
    if (!found?.caseId) throw new Error(`No case of ${code ?? 'any item'} is open: ${items.map((item) => `${item.code} ${item.status}`).join(', ')}`);
    return found.caseId;
  }

  /** The types of the record, in order, of the stage or an item. */
  async events(caseId = this.id): Promise<{ type: string; on: string; text: string; actor: string; data: Record<string, unknown> }[]> {
    const { items, intact } = await this.office.get<{ items: { type: string; on: string; text: string; actor: string; data: Record<string, unknown> }[]; intact: boolean }>('clerk', `/cases/${caseId}/events`);
    if (!intact) throw new Error(`The chain of hashes of ${caseId} is broken`);
    return items;
  }

  async work(person: string): Promise<WorkItemView[]> {
    const { number } = await this.view('clerk');
    const { items } = await this.office.get<{ items: WorkItemView[] }>(person, '/work-items?pageSize=200');
    return items.filter((item) => item.caseNumber.startsWith(number));
  }

  /** Examined by the reviewer of its department and verified by the leader; what follows in the flow is the decision. */
  async examine(reviewer = 'reviewer-ggsy', code?: string, form: Record<string, unknown> = {}): Promise<string> {
    const item = await this.item(code);
    await this.actIn(item, reviewer, 'pass', { opinion: '申请材料符合规定，建议通过', ...form });
    await this.actIn(item, 'leader', 'agree', { opinion: '同意' });
    return item;
  }

  /** What the server offers for the form of an action. */
  async suggestion(person: string, action: string): Promise<Record<string, unknown>> {
    return (await this.view(person)).availableActions.find((offer) => offer.action === action)?.suggestion ?? {};
  }

  /** The one commissioned review, commissioned and reported today. */
  async review(lead: string): Promise<void> {
    await this.act(lead, 'commissionReview', { ...(await this.suggestion(lead, 'commissionReview')), conflictsChecked: true });
    await this.act('agency', 'submitReviewReport', { conclusion: 'pass', experts: [{ name: '郝云峰', speciality: '结构' }], points: [{ point: '可行' }] });
  }

  /** The one meeting, called and held on that day, with the opinions of these departments. */
  async meet(day: string, reviewers: readonly string[]): Promise<void> {
    await this.act('secretary', 'callMeeting', { ...(await this.suggestion('secretary', 'callMeeting')), heldOn: day, startsAt: '09:30', place: '会议室' });
    for (const reviewer of reviewers) await this.act(reviewer, 'giveOpinion', { opinion: 'agree' });
    await this.act('secretary', 'recordMinutes', { ...(await this.suggestion('secretary', 'recordMinutes')), chair: '吴主任', conclusion: '同意' });
  }

  /** Sealed and served, after every item was decided. */
  async sealAndDeliver(): Promise<void> {
    await this.documentsReady();
    await this.act('sealkeeper', 'seal', { contentChecked: true });
    await this.documentsReady();
    const offer = (await this.view('clerk')).availableActions.find((each) => each.action === 'deliver');
    await this.act('clerk', 'deliver', offer?.suggestion ?? {});
  }

  async documents(person = 'clerk'): Promise<DocumentView[]> {
    return (await this.office.get<{ items: DocumentView[] }>(person, `/documents?caseId=${this.id}`)).items;
  }

  /** Once all papers issued so far are made. */
  async documentsReady(): Promise<DocumentView[]> {
    await this.office.test.product.settle();
    return this.documents();
  }
}

/** The refusal that a call meets; fails when it is not refused. */
export async function refusalOf(call: Promise<unknown>): Promise<{ code: string; message: string; status: number }> {
  try {
    await call;
  } catch (error) {
    if (error instanceof OfficeRefusal) return { code: error.code, message: error.message, status: error.status };
    throw error;
  }
  throw new Error('The call was not refused');
}

/** One licence decided on that day: filed, accepted, examined and approved at once. */
export async function licensed(office: Office, choice: FilingChoice & { decision?: Record<string, unknown>; reviewer?: string; examination?: Record<string, unknown> } = {}): Promise<{ application: Application; permit: string }> {
  const application = await office.accepted(choice);
  const permit = await application.examine(choice.reviewer, undefined, choice.examination);
  await application.actIn(permit, 'leader', 'approve', { content: '准予', ...choice.decision });
  return { application, permit };
}

/**
 * Publishes the seeded stage flow for another stage too, as an administrator would who begins with a copy of it, so that items of that
 * stage can be applied for.
 */
export async function publishFlowFor(office: Office, stage: string): Promise<void> {
  const key = `stage-copy-${stage.toLowerCase()}`;
  const xml = (await readFile(path.resolve(import.meta.dirname, '../../seeds/flows/stage-construction-permit.bpmn'), 'utf8')).replaceAll('stage-construction-permit', key).replace('oa:stage="SG"', `oa:stage="${stage}"`);
  const admin = await office.as('admin');
  const { draftVersion } = await admin.put<{ draftVersion: number }>(`/flows/${key}/draft`, { xml, version: 0 });
  await admin.post(`/flows/${key}/versions`, { version: draftVersion });
}
