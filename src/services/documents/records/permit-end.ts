import type { DocumentBuilder } from './index.js';
import { addresseeOf, caseFacts, itemsOnPaper, projectOnPaper, remediesOf } from './case-facts.js';

/** 撤销、撤回、注销、吊销决定书: the act says how, why, and whether loss is made good. */
export const permitEnd: DocumentBuilder = async (step, body, extra) => {
  const facts = await caseFacts(step);
  return { ...projectOnPaper(facts), addressee: addresseeOf(facts), items: itemsOnPaper(facts), ...(extra.permitEnd as Record<string, unknown>), remedies: remediesOf(body) };
};
