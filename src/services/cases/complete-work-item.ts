import type { WorkItem } from '../../entities/index.js';
import { validateStepForm } from '../../forms/form-registry.js';
import { signersFirst, type Completion, type SigningBasis } from '../countersigning/signers-first.js';
import { requireUploaded } from '../materials/attach-to-work.js';
import { actOf } from './acts/index.js';
import type { CaseStep } from './case-step.js';
import { recordStep } from './record-step.js';

/** Completes a piece of work of the flow, unless others have to sign it first or afterwards. */
export async function completeWorkItem(step: CaseStep, { workItem, outcome }: { workItem: WorkItem; outcome?: string | undefined }, form: Record<string, unknown>): Promise<void> {
  step.actAt(workItem);
  const checked = workItem.form ? validateStepForm(workItem.form, form, { outcome }) : {};
  if (workItem.form) await requireUploaded(step, workItem.form, checked);
  if (workItem.signing === null) return performCompletion(step, workItem, { outcome, form: checked });
  const signed = await signersFirst(step, workItem, { outcome, form: checked });
  if (signed !== 'held') await performCompletion(step, workItem, { outcome, form: checked, signed });
}

/** Does what the step means, and moves the flow on. */
export async function performCompletion(step: CaseStep, workItem: WorkItem, { outcome, form, signed }: Completion & { signed?: SigningBasis[] }): Promise<void> {
  const act = actOf(workItem.form);
  if (act.repeatable) step.sender = workItem;
  const variables = await act.perform({ step, workItem, outcome, form, ...(signed && { signed }) });
  await recordStep(step, { type: 'complete', key: workItem.stepKey, ...(outcome !== undefined && { outcome }), ...(variables && { variables }) });
}
