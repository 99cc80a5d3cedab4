import type { Effect } from '../../workflows/machine/effects.js';
import type { FlowInput } from '../../workflows/machine/input.js';
import { CaseStep, lockCase } from './case-step.js';
import { flowStateOf } from './flow-state-of.js';
import { recordStep } from './record-step.js';

/** Tells the stage case what became of the flow that it called for this item: its end, an error or an escalation that nobody here caught. */
export async function reportToCaller(step: CaseStep, effects: readonly Effect[]): Promise<void> {
  for (const effect of effects) {
    if (effect.type === 'escalate') await tellCaller(step, (key) => ({ type: 'callEscalated', key, code: effect.code }));
    if (effect.type === 'completed') await tellCaller(step, (key) => ({ type: 'callCompleted', key }));
    if (effect.type === 'endedByError') await tellCaller(step, (key) => ({ type: 'callFailed', key, error: effect.error }));
  }
}

async function tellCaller(step: CaseStep, input: (key: string) => FlowInput): Promise<void> {
  const { context, tx, actor, caseRecord } = step;
  const { parentId, callKey } = caseRecord;
  if (parentId === null || callKey === null) return;
  const parent = await lockCase(tx, parentId);
  // The stage may have interrupted the call meanwhile.
  if (flowStateOf(parent)?.acts[callKey]?.kind !== 'call') return;
  const parentStep = new CaseStep(context, tx, actor, parent);
  parentStep.onBehalfOf = step.onBehalfOf;
  const told = input(callKey);
  if (told.type === 'callCompleted') parentStep.note('itemReturned', { item: caseRecord.itemCode, name: caseRecord.title, status: caseRecord.status });
  if (told.type === 'callFailed') parentStep.note('itemFailed', { item: caseRecord.title, error: told.error });
  if (told.type === 'callEscalated') parentStep.note('itemEscalated', { item: caseRecord.title, code: told.code });
  await recordStep(parentStep, told);
}
