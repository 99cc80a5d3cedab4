import type { Effect } from '../../workflows/machine/effects.js';
import { templates, type DocumentKind } from '../../documents/templates/index.js';
import type { CaseStep } from '../cases/case-step.js';
import { issueDocument } from './issue-document.js';

/**
 * Issues what the flow names at a step, in the form that the outcome calls for: where the flow says acceptance notice and the window
 * refused, the paper is the refusal to accept; a refused item gets no certificate; a review that stops statutory clocks also gets the
 * written notice to the applicant that the law demands (行政许可法 art. 45).
 */
export async function issueDocumentsOf(step: CaseStep, effect: Extract<Effect, { type: 'issueDocument' }>): Promise<void> {
  for (const kind of kindsFor(effect.document, step.caseRecord.status, itemTypeOf(step))) await issueDocument(step, kind);
}

const itemTypeOf = ({ caseRecord, context }: CaseStep): string | undefined =>
  caseRecord.itemCode === null ? undefined : context.items.get(caseRecord.itemCode, caseRecord.itemListVersion).itemType.id;

function kindsFor(named: string, status: string, itemType: string | undefined): DocumentKind[] {
  if (named === 'acceptance-notice' && status === 'notAccepted') return ['not-accepted'];
  if (named === 'decision' && status === 'refused') return ['refusal'];
  // 行政许可法 art. 38 speaks of licences: a technical review or confirmation ends in its own result document alone.
  if (named === 'decision' && itemType !== 'XK') return [];
  if (named === 'certificate' && status !== 'approved') return [];
  if (named === 'review-commission') return ['review-commission', 'special-procedure-notice'];
  return Object.hasOwn(templates, named) ? [named as DocumentKind] : [];
}
