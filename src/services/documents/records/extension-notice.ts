import type { DocumentBuilder } from './index.js';
import { addresseeOf, caseFacts, itemsOnPaper, projectOnPaper, WINDOW_PHONE } from './case-facts.js';

/** 延长审查期限告知书: reason, approval, the old and the new date. */
export const extensionNotice: DocumentBuilder = async (step, _body, extra) => {
  const facts = await caseFacts(step);
  return {
    ...projectOnPaper(facts),
    addressee: addresseeOf(facts),
    items: itemsOnPaper(facts),
    acceptedOn: step.caseRecord.acceptedOn,
    approvedOn: step.today,
    ...(extra.extension as Record<string, unknown>),
    officer: step.actor.name,
    phone: WINDOW_PHONE,
  };
};
