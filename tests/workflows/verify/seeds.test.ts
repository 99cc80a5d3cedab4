import { readFileSync } from 'node:fs';
import { readFlow } from '../../../src/workflows/bpmn/read-flow.js';
import type { FlowModel } from '../../../src/workflows/bpmn/flow-model.js';
import { verifyFlow } from '../../../src/workflows/verify/verify-flow.js';

const flow = (name: string): string => readFileSync(new URL(`../../../seeds/flows/${name}.bpmn`, import.meta.url), 'utf8');

describe('the construction-permit stage 施工许可阶段', () => {
  it('is sound and keeps its 15 working days with 14 in the worst case', async () => {
    const { model, findings: reading } = await readFlow({ main: flow('stage-construction-permit'), called: [flow('item-standard'), flow('item-decision')] });
    const { findings, soundness, budget } = verifyFlow(model as FlowModel, { stageLimits: { SG: 15 } });
    expect([...reading, ...findings].filter(({ severity }) => severity === 'error')).toEqual([]);
    expect(findings.filter(({ rule }) => rule !== 'limit-without-consequence')).toEqual([]);
    expect(soundness.verdict).toBe('sound');
    expect(budget).toMatchObject({ worstWorkdays: 14, perStage: { SG: 14 } });
    expect(budget.steps).toEqual([
      { element: 'accept', workdays: 1 }, { element: 'commissionReview', workdays: 1 }, { element: 'reviewReport', workdays: 5 },
      { element: 'callMeeting', workdays: 1 }, { element: 'giveOpinion', workdays: 1 }, { element: 'recordMinutes', workdays: 1 }, { element: 'decide', workdays: 2 }, { element: 'seal', workdays: 1 }, { element: 'deliver', workdays: 1 },
    ]);
  });
});
