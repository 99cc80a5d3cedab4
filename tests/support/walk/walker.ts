import type { AvailableAction, CaseView, WorkItemView } from '../../../src/api/contract.js';
import { addDays } from '../../../src/calendar/plain-date.js';
import { OfficeRefusal } from '../../../src/cli/demo/office-client.js';
import { samplePage } from '../../../src/cli/demo/sample-page.js';
import { WorkItem } from '../../../src/entities/index.js';
import { mayHandle } from '../../../src/services/cases/may-act.js';
import { checkCases, checkInvariants } from '../../../src/services/invariants/check-invariants.js';
import { allItems, Office, oneItem, type Application } from '../application.js';
import type { TestProduct } from '../product.js';
import type { YearSchedule } from '../replay-clock.js';
import { year2027 } from '../year-2027.js';
import { Clocks } from './clocks.js';
import { fill, isLawfulRefusal, isWalked, keyOf, weightOf } from './forms.js';
import { officeActs } from './office-acts.js';
import { Random } from './random.js';
import { Staff } from './staff.js';

/** What somebody does in the office besides acting on the page of one case, of all he does. */
const OFFICE_ACTS = 0.08;
const owedPaper = 'bx-construction-waste.transport-contract-and-route';
const twoItems = ['bx-construction-waste', 'bx-road-occupy-dig'];
const CHECK_OFFICE_EVERY = 50;
const CHECK_CLOCKS_EVERY = 250;
const MOVE_CLOCK_EVERY = 25;

/** One that was filed, and what is known of it from the last look. */
interface Walked {
  application: Application;
  work: WorkItemView[];
  isOver: boolean;
}

/**
 * Walks through the office at random: everybody does what the office offers him, the clock goes on, applications end and others take
 * their place. Throws as soon as something that was offered is refused, an invariant does not hold, or a clock differs from the replay.
 */
export class Walker {
  readonly random: Random;
  readonly done = new Map<string, number>();
  readonly refused = new Map<string, number>();
  private readonly office: Office;
  private applications: Walked[] = [];
  private readonly staff: Staff;
  private readonly clocks: Clocks;
  private projects: string[] = [];
  private trail: string[] = [];
  private today = '2026-03-02';
  private count = 0;
  private sinceClockMoved = 0;
  /** The second administrator, while a proposal of the first waits for him. */
  private awaited: { walked: Walked; person: string; caseId: string } | undefined;

  constructor(
    private readonly test: TestProduct,
    readonly seed: number,
  ) {
    this.random = new Random(seed);
    this.office = new Office(test);
    this.office.stopWatching();
    this.staff = new Staff(this.office);
    this.clocks = new Clocks(this.office);
  }

  /** The office with its colleagues, and the applications that the walk begins with. */
  async prepare(applications: number): Promise<void> {
    await this.staff.prepare();
    for (const year of [2024, 2025, 2026]) await this.clocks.readYear(year);
    for (let index = 0; index < applications; index += 1) this.applications.push(await this.newApplication());
  }

  /** So many actions, everything checked on the way and at the end. */
  async walk(actions: number): Promise<void> {
    let tries = 0;
    for (const end = this.count + actions; this.count < end; ) {
      tries += 1;
      if (tries > actions * 40) throw this.complaint('the walk comes no further');
      if (this.sinceClockMoved >= MOVE_CLOCK_EVERY) await this.moveClock();
      const place = this.random.below(this.applications.length);
      if (this.applications[place]?.isOver) {
        this.applications[place] = await this.newApplication();
        continue;
      }
      if (!(await (this.random.happens(OFFICE_ACTS) ? this.actInOffice() : this.act(this.applications[place] as Walked)))) continue;
      this.count += 1;
      this.sinceClockMoved += 1;
      if (this.count % CHECK_OFFICE_EVERY === 0) await this.checkOffice();
      if (this.count % CHECK_CLOCKS_EVERY === 0) await this.checkClocks();
    }
    await this.checkOffice();
    await this.checkClocks();
  }

  /** What everybody's badge says and what his list holds, over HTTP. */
  async badges(): Promise<{ person: string; badge: number; list: number }[]> {
    return Promise.all(
      this.staff.everybody.map(async (person) => ({
        person,
        badge: (await this.office.get<{ open: number }>(person, '/work-items/counts')).open,
        list: (await this.office.get<{ total: number }>(person, '/work-items?pageSize=1')).total,
      })),
    );
  }

  private async newApplication(): Promise<Walked> {
    const choice = this.random.next();
    const items = choice < 0.5 ? oneItem : choice < 0.85 ? twoItems : allItems;
    const where = this.projects.length > 0 ? { projectId: this.random.choose(this.projects) } : {};
    const isOwing = items.includes('bx-construction-waste') && this.random.happens(0.2);
    const application = await this.office.draft({ items, ...where, ...(isOwing && { without: [owedPaper] }), ...(this.random.happens(0.15) && { at: 'counter' as const }) });
    if (this.projects.length < 4) this.projects.push(application.projectId);
    return { application, work: [], isOver: false };
  }

  private async moveClock(): Promise<void> {
    this.sinceClockMoved = 0;
    const days = this.random.happens(0.1) ? 5 + this.random.below(10) : 1 + this.random.below(2);
    this.today = addDays(this.today, days);
    this.trail.push(`clock ${this.today}`);
    await this.office.on(this.today);
    if (this.random.happens(0.03)) await this.changeStaff();
    if (!this.clocks.scheduleOf(2027) && this.random.happens(0.03)) await this.publish(year2027);
    if (this.random.happens(0.03)) await this.correctYear();
    await this.checkOffice();
  }

  private async changeStaff(): Promise<void> {
    this.trail.push(`${await this.staff.change(this.random)} leaves`);
    this.note('changeStaff');
  }

  /** A day off is added to a published year, some weeks ahead: every date behind it moves. */
  private async correctYear(): Promise<void> {
    const day = addDays(this.today, 8 + this.random.below(20));
    const schedule = this.clocks.scheduleOf(Number(day.slice(0, 4)));
    if (!schedule || !this.clocks.calendar.isWorkday(day) || schedule.makeUpWorkdays.some(({ date }) => date === day)) return;
    const holidays = [...schedule.holidays, { name: '临时放假', nameEn: 'Extra day off', from: day, to: day }];
    await this.publish({ ...schedule, holidays: holidays.sort((one, other) => (one.from < other.from ? -1 : 1)) });
  }

  private async publish(schedule: YearSchedule): Promise<void> {
    this.trail.push(`the year ${schedule.year} is published`);
    await this.office.post('admin', '/calendar/years', schedule);
    await this.test.product.settle();
    await this.clocks.readYear(schedule.year);
    this.note('publishYear');
    await this.checkClocks();
  }

  private note(act: string): void {
    this.done.set(act, (this.done.get(act) ?? 0) + 1);
  }

  /** Somebody does something in this application; false when he had nothing to do there. */
  private async act(chosen: Walked): Promise<boolean> {
    const second = this.awaited && this.random.happens(0.7) ? this.awaited : undefined;
    this.awaited = undefined;
    const walked = second?.walked ?? chosen;
    const person = second?.person ?? this.somebodyFor(walked);
    const { application } = walked;
    const stage = await this.office.get<CaseView>(person, `/cases/${application.id}`).catch(() => undefined);
    if (stage) Object.assign(walked, { work: stage.workItems, isOver: ['closed', 'withdrawn', 'notAccepted', 'terminated'].includes(stage.status) && stage.workItems.length === 0 });
    const item = second ? second.caseId : stage && stage.items.length > 0 && this.random.happens(0.5) ? this.random.choose(stage.items).caseId : undefined;
    const view = item ? await this.office.get<CaseView>(person, `/cases/${item}`).catch(() => stage) : stage;
    if (!view) return false;
    // What completes work of this very case is offered by the page itself, with what its form may begin with.
    const atDesk = view.workItems.flatMap((each) => each.availableActions).filter(({ call }) => call.path !== `/cases/${view.id}/actions`);
    const offers = [...view.availableActions, ...atDesk].filter(isWalked);
    if (offers.length === 0) return false;
    const offer = this.random.chooseBy(offers, weightOf);
    const colleaguesOf = await this.colleaguesFor(offer);
    const workItem = view.workItems.find((each) => each.id === offer.workItem);
    const form = fill({ ...(workItem && { workItem }), random: this.random, services: this.test.product.services, person, view, offer, today: this.today, officers: this.staff.officers, colleaguesFor: () => colleaguesOf.filter((each) => each !== person) });
    if (!form) return false;
    const isTaken = await this.take(walked, { person, view, offer, form });
    if (isTaken && offer.action.startsWith('propose')) this.awaited = { walked, person: person === 'admin' ? 'admin-b' : 'admin', caseId: String(offer.call?.body.caseId) };
    return isTaken;
  }

  /** Somebody does something that is not on the page of one case; false when there was nothing to do. */
  private async actInOffice(): Promise<boolean> {
    const act = this.random.chooseBy(officeActs, ({ weight }) => weight);
    const call = await act.find({ office: this.office, random: this.random, today: this.today, applications: this.applications.map(({ application }) => application.id), pairs: this.staff.pairs });
    if (!call) return false;
    this.trail.push(`${call.person} ${act.act} ${call.path} ${JSON.stringify(call.body)}`);
    try {
      const answer = await this.office.post<{ items?: { done: boolean; code: string; message: string }[] } | undefined>(call.person, call.path, call.body);
      for (const each of answer?.items ?? []) if (!each.done) this.noteRefusal(act.act, act.refusals.includes(each.code), each);
    } catch (error) {
      if (!(error instanceof OfficeRefusal)) throw error;
      this.noteRefusal(act.act, act.refusals.includes(error.code), error);
      return false;
    }
    this.note(act.act);
    for (const id of call.cases ?? []) await this.checkApplication(await this.stageOf(id));
    return true;
  }

  private noteRefusal(act: string, isLawful: boolean, { code, message }: { code: string; message: string }): void {
    const key = `${act}: ${code}`;
    this.refused.set(key, (this.refused.get(key) ?? 0) + 1);
    if (!isLawful) throw this.complaint(`what was offered is refused: ${code} ${message}`);
  }

  private async stageOf(caseId: string): Promise<string> {
    const [row] = await this.test.product.services.database.read.query('SELECT id, parentId FROM cases WHERE id = ?', [caseId]);
    return String(row?.parentId ?? row?.id);
  }

  private async take({ application }: Walked, { person, view, offer, form }: { person: string; view: CaseView; offer: AvailableAction & { call?: { method: string; path: string; body: object } }; form: object }): Promise<boolean> {
    // Papers are made behind the outbox; a person sees them come.
    if (['seal', 'deliver', 'sealPapers', 'serveThirdParty'].includes(offer.action)) await this.test.product.settle();
    this.trail.push(`${person} ${keyOf(offer)} in ${view.number} ${JSON.stringify(form)}`);
    try {
      await this.request(person, { view, offer, form });
    } catch (error) {
      if (!(error instanceof OfficeRefusal)) throw error;
      this.noteRefusal(keyOf(offer), isLawfulRefusal(offer, error.code), error);
      return false;
    }
    this.note(keyOf(offer));
    await this.checkApplication(application.id);
    return true;
  }

  private async request(person: string, { view, offer, form }: { view: CaseView; offer: AvailableAction & { call?: { method: string; path: string; body: object } }; form: object }): Promise<void> {
    const { call } = offer;
    if (offer.action === 'handInOwed') {
      await (await this.office.as(person)).upload(view.id, owedPaper, '运输合同.pdf', samplePage('Contract'));
      const { version } = await this.office.get<CaseView>(person, `/cases/${view.id}`);
      await this.office.post(person, `/cases/${view.id}/actions`, { action: offer.action, version, form });
      return;
    }
    if (call && !call.path.endsWith('/actions')) {
      const body = { ...call.body, ...form };
      const client = await this.office.as(person);
      await (call.method === 'PUT' ? client.put(call.path, body) : client.post(call.path, body));
      return;
    }
    const caseId = call ? (call.path.split('/')[2] as string) : view.id;
    const body = call?.body ?? { action: offer.action, version: view.version, ...(offer.workItem && { workItem: offer.workItem }) };
    await this.office.post(person, `/cases/${caseId}/actions`, { ...body, form });
  }

  /** Mostly somebody on whose desk something lies, else anybody. */
  private somebodyFor({ work }: Walked): string {
    if (work.length === 0 || this.random.happens(0.25)) return this.random.choose(work.length === 0 ? ['enterprise', 'clerk', 'leader', ...this.staff.everybody] : this.staff.everybody);
    const item = this.random.choose(work);
    const able = [...this.staff.actors].filter(([, actor]) => actor.roles.includes(item.role as never) && (item.department === undefined || actor.departmentId === null || actor.departmentId === item.department.id)).map(([username]) => username);
    return able.length === 0 ? this.random.choose(this.staff.everybody) : this.random.choose(able);
  }

  private async colleaguesFor(offer: AvailableAction): Promise<string[]> {
    if (!['transfer', 'delegate', 'proposeReassignment'].includes(offer.action)) return [];
    const item = await this.test.product.services.database.read.findOne(WorkItem, 'id = ?', [offer.workItem]);
    return item ? [...this.staff.actors].filter(([, actor]) => mayHandle(actor, { ...item, assigneeId: null })).map(([username]) => username) : [];
  }

  private async checkApplication(stageId: string): Promise<void> {
    const { services } = this.test.product;
    const ids = (await services.database.read.query('SELECT id FROM cases WHERE id = ? OR parentId = ?', [stageId, stageId])).map((row) => row.id as string);
    const findings = await checkCases(services, ids);
    if (findings.length > 0) throw this.complaint(findings.map(({ number, rule, messageEn, subject }) => `${number} ${rule}: ${messageEn} ${subject ?? ''}`).join('\n'));
  }

  private async checkOffice(): Promise<void> {
    const { findings } = await checkInvariants(this.test.product.services);
    if (findings.length > 0) throw this.complaint(findings.map(({ number, rule, messageEn, subject }) => `${number} ${rule}: ${messageEn} ${subject ?? ''}`).join('\n'));
  }

  private async checkClocks(): Promise<void> {
    const differences = await this.clocks.differences(this.applications.map(({ application }) => application.id), this.projects, this.today);
    if (differences.length > 0) throw this.complaint(differences[0] as string);
  }

  private complaint(what: string): Error {
    return new Error(`After ${this.count} actions, seed ${this.seed}:\n${what}\nThe last acts:\n${this.trail.slice(-12).join('\n')}`);
  }
}
