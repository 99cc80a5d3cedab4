import { Case, CaseForm } from '../../entities/index.js';
import type { LoadedFlow } from '../../workflows/machine/load-flow.js';
import { CaseStep } from './case-step.js';
import { flowStateOf } from './flow-state-of.js';
import { recordStep } from './record-step.js';

const readers = new WeakMap<LoadedFlow, boolean>();

/**
 * Does the flow read the application, by an expression such as `application.S01.totalInvestment` or by a decision table? Only then its
 * values are kept among the variables: they are large, and every step stores the variables.
 */
function readsApplication(flow: LoadedFlow): boolean {
  const known = readers.get(flow);
  if (known !== undefined) return known;
  const reads = Object.values(flow.graph.nodes).some(({ oa }) => oa.decision !== undefined) || /\bapplication\./.test(JSON.stringify(flow.graph));
  readers.set(flow, reads);
  return reads;
}

/** `{ application }` for a flow that reads it, by section and field as the form has them; nothing for any other. */
export async function applicationFor({ context, tx, caseRecord }: CaseStep): Promise<{ application?: unknown }> {
  if (!readsApplication(await context.flows.loadVersion(caseRecord.flowVersionId as string))) return {};
  const form = await tx.findOne(CaseForm, 'caseId = ? AND revision = ?', [caseRecord.parentId ?? caseRecord.id, caseRecord.formRevision]);
  return { application: form?.data ?? {} };
}

/** The application was corrected: the flows of the stage and of its items that read it get the new values, so that conditions on them are looked at again. */
export async function applicationChanged(step: CaseStep, application: unknown): Promise<void> {
  await tellFlow(step, application);
  const items = await step.tx.find(Case, 'parentId = ? AND closedAt IS NULL', [step.caseRecord.id]);
  for (const { id, flowVersionId } of items) {
    if (flowVersionId === null || !readsApplication(await step.context.flows.loadVersion(flowVersionId))) continue;
    const item = await step.tx.lock(Case, 'id = ?', [id]);
    if (item) await tellFlow(new CaseStep(step.context, step.tx, step.actor, item), application);
  }
}

async function tellFlow(step: CaseStep, application: unknown): Promise<void> {
  const { caseRecord, context } = step;
  if (caseRecord.flowVersionId === null || !readsApplication(await context.flows.loadVersion(caseRecord.flowVersionId))) return;
  if (!['active', 'incident'].includes(flowStateOf(caseRecord)?.status ?? '')) return;
  step.note('applicationChanged');
  await recordStep(step, { type: 'setVariables', variables: { application } });
}
