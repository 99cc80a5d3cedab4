import type { DocumentBuilder } from './index.js';
import { addresseeOf, caseFacts, itemsOnPaper, projectOnPaper, WINDOW_PHONE } from './case-facts.js';

/** 中止办理通知书. */
export const suspensionNotice: DocumentBuilder = async (step, _body, extra) => {
  const facts = await caseFacts(step);
  return { ...projectOnPaper(facts), addressee: addresseeOf(facts), items: itemsOnPaper(facts), from: step.today, ...(extra.suspension as Record<string, unknown>), officer: step.actor.name, phone: WINDOW_PHONE };
};
