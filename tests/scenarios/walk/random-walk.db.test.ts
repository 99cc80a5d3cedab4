import type { CaseView, ClockView } from '../../../src/api/contract.js';
import { OfficeRefusal } from '../../../src/cli/demo/office-client.js';
import { Office, type Application } from '../../support/application.js';
import { startTestProduct, type TestProduct } from '../../support/product.js';

/** Acts of the walk; `npm run test:walk` asks for more. */
const acts = Number(process.env.ONESTOP_WALK ?? 1_000);
const caseCount = 40;
const seed = Number(process.env.ONESTOP_WALK_SEED ?? 20260302);
const people = ['enterprise', 'clerk', 'reviewer-ggsy', 'leader', 'sealkeeper'] as const;

/** Forms that each action may be filled with; an action without a line is walked with its suggestion. */
const forms: Record<string, Record<string, unknown>> = {
  accept: { remarks: '齐全' },
  pass: { opinion: '通过' },
  fail: { opinion: '不通过' },
  agree: { opinion: '同意' },
  return: { opinion: '退回重审' },
  approve: { content: '准予' },
  seal: { contentChecked: true },
  startPause: { kind: 'testing', neededWorkdays: 3, reason: '检测' },
};
/** Chosen less often, so that the cases live for a while. */
const rare = new Set(['withdraw', 'fail', 'return', 'startPause']);
const walked = new Set(['accept', 'pass', 'fail', 'agree', 'return', 'approve', 'seal', 'deliver', 'startPause', 'endPause', 'withdraw']);

describe('A random walk of all roles', () => {
  let test: TestProduct;
  let office: Office;
  beforeAll(async () => {
    test = await startTestProduct();
    office = new Office(test);
  }, 60_000);
  afterAll(() => test.remove());

  it(`keeps every invariant through ${acts} actions over ${caseCount} cases`, async () => {
    const random = randomFrom(seed);
    const choose = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const applications: Application[] = [];
    const project = await office.draft();
    for (let index = 0; index < caseCount; index += 1) applications.push(await office.file({ projectId: project.projectId }));
    const done: Record<string, number> = {};
    let accepted = 0;
    for (let tries = 0; accepted < acts && tries < acts * 20; tries += 1) {
      const person = choose(people);
      const application = choose(applications);
      const happened = (await gesture(person, application)) ?? (await act(person, application));
      if (happened) {
        accepted += 1;
        done[happened] = (done[happened] ?? 0) + 1;
        if (accepted % 50 === 0) await allIsWell(applications, choose);
      } else if (tries % 40 === 39) {
        // Ended cases offer nothing more: a new one takes the place.
        applications[Math.floor(random() * caseCount)] = await office.file({ projectId: project.projectId });
      }
    }
    await allIsWell(applications, choose);
    expect(accepted).toBe(acts);
    // A short walk need not come to every kind of act.
    if (acts >= 1_000) expect(Object.keys(done)).toEqual(expect.arrayContaining(['accept', 'pass', 'agree', 'approve', 'claim', 'release', 'urges', 'startPause']));

    /** Something with a piece of work that moves no flow. */
    async function gesture(person: string, application: Application): Promise<string | undefined> {
      if (random() > 0.35) return undefined;
      const work = (await application.view('clerk')).workItems;
      if (work.length === 0) return undefined;
      const what = choose(['claim', 'release', 'urges', 'urges', 'hand-back']);
      return lawful(what, () => office.post(person, `/work-items/${choose(work).id}/${what}`, {}));
    }

    async function act(person: string, application: Application): Promise<string | undefined> {
      const stage = await application.view(person).catch(() => undefined);
      const ids = [application.id, ...(stage?.items ?? []).flatMap((item) => (item.caseId ? [item.caseId] : []))];
      const view = await office.get<CaseView>(person, `/cases/${choose(ids)}`).catch(() => undefined);
      const offers = (view?.availableActions ?? []).filter(({ action }) => walked.has(action) && (!rare.has(action) || random() < 0.2));
      if (!view || offers.length === 0) return undefined;
      const offer = choose(offers);
      const form = { ...(offer.suggestion ?? {}), ...(forms[offer.action] ?? {}) };
      if (offer.action === 'seal' || offer.action === 'deliver') await test.product.settle();
      return lawful(offer.action, () => office.post(person, `/cases/${view.id}/actions`, { action: offer.action, form, version: view.version, ...(offer.workItem && { workItem: offer.workItem }) }));
    }
  }, 3_600_000);

  /** The act, or nothing when the office refuses it in an orderly way. */
  async function lawful(name: string, call: () => Promise<unknown>): Promise<string | undefined> {
    try {
      await call();
      return name;
    } catch (error) {
      if (error instanceof OfficeRefusal && error.status >= 400 && error.status < 500) return undefined;
      throw error;
    }
  }

  async function allIsWell(applications: readonly Application[], choose: <T>(list: readonly T[]) => T): Promise<void> {
    expect((await office.get<{ items: unknown[] }>('supervisor', '/audit/invariants')).items).toEqual([]);
    for (const person of people) {
      const { open } = await office.get<{ open: number }>(person, '/work-items/counts');
      expect(open).toBe((await office.get<{ total: number }>(person, '/work-items?pageSize=1')).total);
    }
    const application = choose(applications);
    const view = await application.view('clerk');
    await application.events();
    for (const { caseId, clock } of view.items) {
      if (!caseId) continue;
      await application.events(caseId);
      const { due, state } = await office.get<ClockView>('clerk', `/cases/${caseId}/clock`);
      expect({ due, state }).toEqual({ due: clock?.due, state: clock?.state });
    }
  }
});

/** A small generator of numbers in [0, 1) that gives the same series for the same seed. */
function randomFrom(start: number): () => number {
  let state = start >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}
