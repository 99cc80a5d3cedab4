import type { DocumentBuilder } from './index.js';
import { caseFacts, itemsOnPaper, projectOnPaper, WINDOW_PHONE } from './case-facts.js';

/** 利害关系人告知书: the act says to whom, what is touched and how long there is to answer. */
export const thirdPartyNotice: DocumentBuilder = async (step, _body, extra) => {
  const facts = await caseFacts(step);
  return { ...projectOnPaper(facts), applicant: facts.organisation.name, items: itemsOnPaper(facts), ...(extra.thirdParty as Record<string, unknown>), officer: step.actor.name, phone: WINDOW_PHONE };
};
