import type { DocumentBuilder } from './index.js';
import { addresseeOf, caseFacts, itemsOnPaper, projectOnPaper, WINDOW_PHONE } from './case-facts.js';

/** 听证告知书 and 听证通知书: the act says which, with its reason, dates, place and chair. */
export const hearingNotice: DocumentBuilder = async (step, _body, extra) => {
  const facts = await caseFacts(step);
  return { ...projectOnPaper(facts), addressee: addresseeOf(facts), items: itemsOnPaper(facts), ...(extra.hearing as Record<string, unknown>), officer: step.actor.name, phone: WINDOW_PHONE };
};
