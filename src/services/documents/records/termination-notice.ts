import type { DocumentBuilder } from './index.js';
import { addresseeOf, caseFacts, itemsOnPaper, projectOnPaper, remediesOf } from './case-facts.js';

/** 终止办理通知书 with the remedies against the body that ends the procedure. */
export const terminationNotice: DocumentBuilder = async (step, body, extra) => {
  const facts = await caseFacts(step);
  return { ...projectOnPaper(facts), addressee: addresseeOf(facts), items: itemsOnPaper(facts), acceptedOn: step.caseRecord.acceptedOn, ...(extra.termination as Record<string, unknown>), remedies: remediesOf(body) };
};
