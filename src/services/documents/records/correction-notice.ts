import type { RequestedItem } from '../../corrections/requested-item.js';
import type { DocumentBuilder } from './index.js';
import { addresseeOf, caseFacts, projectOnPaper, WINDOW_PHONE } from './case-facts.js';

/** 补正材料一次性告知书: everything that is missing or wrong, once, each with its norm. */
export const correctionNotice: DocumentBuilder = async (step, _body, extra) => {
  const facts = await caseFacts(step);
  const items = extra.correctionItems as RequestedItem[];
  return {
    ...projectOnPaper(facts),
    addressee: addresseeOf(facts),
    receivedOn: step.caseRecord.receivedOn,
    points: items.map((item) => ({ subject: item.name, reason: item.reason, norm: item.norm })),
    ...(extra.answerBy != null && { answerBy: extra.answerBy }),
    officer: step.actor.name,
    phone: WINDOW_PHONE,
  };
};
