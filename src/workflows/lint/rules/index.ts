import type { Rule } from '../rule.js';
import { cancelNeedsBoundary } from './cancel-needs-boundary.js';
import { ignoredCondition } from './ignored-condition.js';
import { invalidExpression } from './invalid-expression.js';
import { invalidTimer } from './invalid-timer.js';
import { missingCondition } from './missing-condition.js';
import { signingRule } from './signing-rule.js';
import { unknownCalledFlow } from './unknown-called-flow.js';
import { unknownName } from './unknown-name.js';
import { unreadableAssignment } from './unreadable-assignment.js';

/** Every rule. A new one is a file here, a fixture folder and a paragraph in `docs/BPMN-PROFILE.md`. */
export const rules: readonly Rule[] = [invalidExpression, invalidTimer, missingCondition, ignoredCondition, cancelNeedsBoundary, unknownCalledFlow, unknownName, unreadableAssignment, signingRule];
