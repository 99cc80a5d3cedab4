import type { Rule } from '../../lint/rule.js';
import { automaticApprovalWithoutLegalBasis } from './automatic-approval-without-legal-basis.js';
import { conditionGap } from './condition-gap.js';
import { conditionOverlap } from './condition-overlap.js';
import { decisionWithoutDocument } from './decision-without-document.js';
import { limitWithoutConsequence } from './limit-without-consequence.js';
import { noAssignee } from './no-assignee.js';
import { outcomeNotHandled } from './outcome-not-handled.js';
import { selfReview } from './self-review.js';
import { unassignedVariable } from './unassigned-variable.js';

/** Every rule of law and sense. A new one is a file here, a fixture folder and a paragraph in `docs/bpmn-profile/proofs.md`. */
export const lawRules: readonly Rule[] = [
  outcomeNotHandled, unassignedVariable, noAssignee, decisionWithoutDocument, automaticApprovalWithoutLegalBasis, selfReview, limitWithoutConsequence,
  conditionGap, conditionOverlap,
];
