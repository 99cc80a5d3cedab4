import type { Case, WorkItem } from '../../entities/index.js';
import { suspensionOf } from '../suspensions/suspended.js';

/** One action that an open work item offers to whoever may do it. */
export interface Offer {
  action: string;
  label: string;
  labelEn: string;
  outcome?: string;
  form: string | null;
  workItem: WorkItem;
  /** Values to offer in the form. */
  suggestion?: Record<string, unknown>;
}

/** What the open work items of a case offer: one action an outcome, or one for the step itself where it has no outcomes. */
export function offersOf(caseRecord: Case, workItems: readonly WorkItem[]): Offer[] {
  if (suspensionOf(caseRecord)) return [];
  return workItems.flatMap((workItem) => {
    const outcomes = workItem.outcomes as { id: string; name: string }[];
    const common = { form: workItem.form, workItem };
    if (outcomes.length === 0) return [{ ...common, action: workItem.act ?? workItem.step, label: workItem.name, labelEn: spaced(workItem.act ?? workItem.step) }];
    return outcomes.map((outcome) => ({ ...common, action: outcome.id, outcome: outcome.id, label: outcome.name, labelEn: spaced(outcome.id) }));
  });
}

/** `commissionReview` → `Commission review`. */
function spaced(identifier: string): string {
  const words = identifier.replace(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
