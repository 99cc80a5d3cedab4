import { readFileSync } from 'node:fs';
import { advance } from '../../../src/workflows/machine/advance.js';
import { availableActions } from '../../../src/workflows/machine/available-actions.js';
import type { FlowState } from '../../../src/workflows/machine/flow-state.js';
import { loadFlow, type LoadedFlow } from '../../../src/workflows/machine/load-flow.js';
import { prepareFlow, type PreparedFlow } from '../../../src/workflows/prepare-flow.js';

const seed = (key: string): string => readFileSync(new URL(`../../../seeds/flows/${key}.bpmn`, import.meta.url), 'utf8');
const called = { 'item-standard': seed('item-standard'), 'item-decision': seed('item-decision') };
const items = [{ code: 'SG-01', itemType: 'XK', department: 'zjj' }, { code: 'SG-02', itemType: 'BA', department: 'zrzy' }];

async function prepared(key: string): Promise<PreparedFlow> {
  return prepareFlow(seed(key), { flows: called, stageLimits: { SG: 15 } });
}

async function loaded(key: string): Promise<LoadedFlow> {
  const { flow } = await prepared(key);
  if (flow === undefined) throw new Error(`${key} may not be published`);
  return loadFlow(flow);
}

describe('the flows of the construction-permit stage', () => {
  it.each(['stage-construction-permit', 'item-standard', 'item-decision'])('%s may be published', async (key) => {
    const { ok, findings, soundness } = await prepared(key);
    expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    expect({ ok, verdict: soundness.verdict }).toEqual({ ok: true, verdict: 'sound' });
  });

  it('the stage takes 14 working days at worst', async () => {
    expect((await prepared('stage-construction-permit')).budget.worstWorkdays).toBe(14);
  });

  it('all of them are carried by nested states', async () => {
    for (const key of ['stage-construction-permit', 'item-standard', 'item-decision']) {
      expect(Object.values((await loaded(key)).compiled.definition).map(({ shape }) => shape)).toEqual(['nested']);
    }
  });

  it('a stage begins with the work item of the window clerk', async () => {
    const flow = await loaded('stage-construction-permit');
    const { state, effects, executed } = advance(flow, undefined, { type: 'start', variables: { items } });
    expect(executed).toEqual(['start']);
    expect(effects).toEqual([{ type: 'openWorkItem', key: 'accept', step: 'accept', name: '受理审查', act: 'accept', assignment: { role: 'clerk' }, form: 'acceptance', limitWorkdays: 1 }]);
    expect(availableActions(flow, state).map(({ key, outcome, role, form }) => ({ key, outcome: outcome?.name, role, form }))).toEqual([
      { key: 'accept', outcome: '受理', role: 'clerk', form: 'acceptance' },
      { key: 'accept', outcome: '不予受理', role: 'clerk', form: 'acceptance' },
    ]);
  });

  it('acceptance issues its notice, calls the review of every item and commissions the expert review of the lead department', async () => {
    const flow = await loaded('stage-construction-permit');
    const { effects } = accepted(flow);
    expect(effects.map(({ type, ...effect }) => [type, 'key' in effect ? effect.key : ''])).toEqual([
      ['closeWorkItem', 'accept'],
      ['issueDocument', 'accept'],
      ['openWorkItem', 'commissionReview'],
      ['callFlow', 'examineItems[0]'],
      ['callFlow', 'examineItems[1]'],
    ]);
    expect(effects[2]).toMatchObject({ assignment: { role: 'reviewer', department: 'zjj' } });
    expect(effects[4]).toMatchObject({ flow: 'item-standard', loop: { item: items[1], loopCounter: 2 }, variables: { item: items[1], needsReview: true } });
  });

  it('the expert review is a pause of the statutory limits', async () => {
    const flow = await loaded('stage-construction-permit');
    const commissioned = advance(flow, accepted(flow).state, { type: 'complete', key: 'commissionReview' });
    expect(commissioned.effects).toContainEqual({ type: 'startPause', pause: 'expertReview', step: 'reviewReport', key: 'reviewReport' });
    const reported = advance(flow, commissioned.state, { type: 'complete', key: 'reviewReport' });
    expect(reported.effects).toContainEqual({ type: 'endPause', pause: 'expertReview', step: 'reviewReport', key: 'reviewReport' });
  });

  it('each department gives its opinion in a work item of its own', async () => {
    const flow = await loaded('stage-construction-permit');
    let { state } = accepted(flow);
    for (const key of ['commissionReview', 'reviewReport']) state = advance(flow, state, { type: 'complete', key }).state;
    for (const key of ['examineItems[0]', 'examineItems[1]']) state = advance(flow, state, { type: 'callCompleted', key, variables: { outcome: 'agree', item: 'of the called flow' } }).state;
    expect(state.variables['item']).toBeUndefined();
    const { effects } = advance(flow, state, { type: 'complete', key: 'callMeeting' });
    expect(effects.filter(({ type }) => type === 'openWorkItem').map((effect) => effect.type === 'openWorkItem' && [effect.key, effect.assignment.department])).toEqual([['giveOpinion[0]', 'zjj'], ['giveOpinion[1]', 'zrzy']]);
  });

  it('a returned review comes back to the examiner under a key of its own', async () => {
    const flow = await loaded('item-standard');
    let { state } = advance(flow, undefined, { type: 'start', variables: { item: items[0] } });
    state = advance(flow, state, { type: 'complete', key: 'examine', outcome: 'pass' }).state;
    const { effects } = advance(flow, state, { type: 'complete', key: 'verify', outcome: 'return' });
    expect(effects).toContainEqual(expect.objectContaining({ type: 'openWorkItem', key: 'examine~2', assignment: { role: 'reviewer', department: 'zjj' } }));
  });

  it('an impossible input is refused with what is possible, and changes nothing', async () => {
    const flow = await loaded('item-standard');
    const { state } = advance(flow, undefined, { type: 'start', variables: { item: items[0] } });
    const before = JSON.stringify(state);
    for (const input of [{ type: 'complete', key: 'verify' }, { type: 'complete', key: 'examine', outcome: 'maybe' }, { type: 'complete', key: 'examine' }, { type: 'timer', key: 'examine' }, { type: 'start' }] as const) {
      expect(() => advance(flow, state, input)).toThrow(expect.objectContaining({ code: 'ACTION_NOT_AVAILABLE', details: expect.objectContaining({ available: [{ key: 'examine', outcome: 'pass' }, { key: 'examine', outcome: 'fail' }] }) }));
    }
    expect(JSON.stringify(state)).toBe(before);
  });

  it('the state of a case is small plain JSON without anything of xstate', async () => {
    const { state } = accepted(await loaded('stage-construction-permit'));
    const text = JSON.stringify({ ...state, variables: {} });
    expect(JSON.parse(text)).toEqual({ ...state, variables: {} });
    expect(text.length).toBeLessThan(1_500);
  });
});

function accepted(flow: LoadedFlow): { state: FlowState; effects: ReturnType<typeof advance>['effects'] } {
  const variables = { items, departments: ['zjj', 'zrzy'], leadDepartment: 'zjj', needsReview: true, needsMeeting: true };
  const { state } = advance(flow, undefined, { type: 'start', variables });
  return advance(flow, state, { type: 'complete', key: 'accept', outcome: 'accept' });
}
