import { readFileSync } from 'node:fs';
import type { CompiledFlow } from '../../../src/workflows/compile/compiled-flow.js';
import { advance } from '../../../src/workflows/machine/advance.js';
import type { FlowState } from '../../../src/workflows/machine/flow-state.js';
import type { FlowInput } from '../../../src/workflows/machine/input.js';
import { loadFlow } from '../../../src/workflows/machine/load-flow.js';
import { planMigration } from '../../../src/workflows/migration/plan-migration.js';
import { prepareFlow } from '../../../src/workflows/prepare-flow.js';

const wrap = (content: string): string => `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" id="d" targetNamespace="x"><process id="P" isExecutable="true">${content}</process></definitions>`;
const flow = (id: string, from: string, to: string): string => `<sequenceFlow id="${id}" sourceRef="${from}" targetRef="${to}"/>`;

/** Two departments side by side, then the decision. */
const sideBySide = wrap(`<startEvent id="S"/><parallelGateway id="Fork"/><userTask id="A"/><userTask id="B"/><parallelGateway id="Join"/><userTask id="Decide"/><endEvent id="E"/>${flow('f1', 'S', 'Fork')}${flow('f2', 'Fork', 'A')}${flow('f3', 'Fork', 'B')}${flow('f4', 'A', 'Join')}${flow('f5', 'B', 'Join')}${flow('f6', 'Join', 'Decide')}${flow('f7', 'Decide', 'E')}`);
/** The same with a last step. */
const withDelivery = sideBySide.replace(flow('f7', 'Decide', 'E'), `<userTask id="Deliver"/>${flow('f7', 'Decide', 'Deliver')}${flow('f8', 'Deliver', 'E')}`);
/** One after the other, without a join. */
const inTurn = wrap(`<startEvent id="S"/><userTask id="A"/><userTask id="B"/><userTask id="Decide"/><endEvent id="E"/>${flow('f1', 'S', 'A')}${flow('f2', 'A', 'B')}${flow('f3', 'B', 'Decide')}${flow('f4', 'Decide', 'E')}`);
/** The step of department B has gone. */
const withoutB = wrap(`<startEvent id="S"/><userTask id="A"/><userTask id="Decide"/><endEvent id="E"/>${flow('f1', 'S', 'A')}${flow('f2', 'A', 'Decide')}${flow('f3', 'Decide', 'E')}`);

async function compiled(xml: string): Promise<CompiledFlow> {
  const { flow: found, findings } = await prepareFlow(xml);
  if (!found) throw new Error(JSON.stringify(findings));
  return found;
}

function stateAfter(version: CompiledFlow, ...done: string[]): FlowState {
  const loaded = loadFlow(version);
  const inputs: FlowInput[] = [{ type: 'start', variables: {} }, ...done.map((key): FlowInput => ({ type: 'complete', key }))];
  return inputs.reduce<FlowState | undefined>((state, input) => advance(loaded, state, input).state, undefined) as FlowState;
}

describe('A plan for moving running cases to another version of their flow', () => {
  it('puts cases that stand alike into one group, and leaves ended ones as they are', async () => {
    const before = await compiled(sideBySide);
    const plan = planMigration(before, await compiled(withDelivery), [
      { id: '1', state: stateAfter(before) },
      { id: '2', state: stateAfter(before) },
      { id: '3', state: stateAfter(before, 'A') },
      { id: '4', state: stateAfter(before, 'A', 'B', 'Decide') },
    ]);
    expect(plan.groups.map(({ cases }) => cases).sort()).toEqual([['1', '2'], ['3']]);
    expect(plan.ended).toEqual(['4']);
  });

  it('proves that every one of them completes where a step was only added, tokens waiting at a join included', async () => {
    const before = await compiled(sideBySide);
    const plan = planMigration(before, await compiled(withDelivery), [[], ['A'], ['B'], ['A', 'B']].map((done, index) => ({ id: String(index), state: stateAfter(before, ...done) })));
    expect(plan.groups.map(({ verdict }) => verdict)).toEqual(['completes', 'completes', 'completes', 'completes']);
    expect(plan.counts).toMatchObject({ completes: 4 });
  });

  it('finds that a case with two departments at work would ask twice where the new version asks them in turn', async () => {
    const before = await compiled(sideBySide);
    const plan = planMigration(before, await compiled(inTurn), [{ id: '1', state: stateAfter(before) }]);
    expect(plan.groups[0]).toMatchObject({ verdict: 'may-not-complete', reasons: [expect.objectContaining({ rule: 'lack-of-synchronisation' })] });
  });

  it('finds that a case waits for ever where the other branch of its join was never begun', async () => {
    const before = await compiled(inTurn);
    const plan = planMigration(before, await compiled(sideBySide), [{ id: '1', state: stateAfter(before) }]);
    expect(plan.groups[0]).toMatchObject({ verdict: 'may-not-complete', reasons: [expect.objectContaining({ rule: 'deadlock' })] });
  });

  it('names the element that the new version does not have, until it is told what takes its place', async () => {
    const before = await compiled(inTurn);
    const state = stateAfter(before, 'A');
    const after = await compiled(withoutB);
    const gone = planMigration(before, after, [{ id: '1', state }]);
    expect(gone.groups[0]).toMatchObject({ verdict: 'element-gone', reasons: [expect.objectContaining({ rule: 'element-gone', elements: ['B'] })] });
    expect(planMigration(before, after, [{ id: '1', state }], { map: { B: 'Decide' } }).groups[0]).toMatchObject({ verdict: 'completes' });
  });

  it('lets a seeded case go on in a new version of the same diagram', async () => {
    const xml = readFileSync('seeds/flows/item-standard.bpmn', 'utf8');
    const before = await compiled(xml);
    const variables = { item: { itemType: 'XK', department: 'xq-gjj' } };
    const { state } = advance(loadFlow(before), undefined, { type: 'start', variables });
    expect(planMigration(before, await compiled(xml.replace('name="复核"', 'name="复核（新版）"')), [{ id: '1', state }]).groups).toMatchObject([{ places: ['examine'], verdict: 'completes', reasons: [] }]);
  });
});
