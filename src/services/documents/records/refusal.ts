import { Decision } from '../../../entities/index.js';
import type { Item } from '../../../catalogue/item.js';
import type { DocumentBuilder } from './index.js';
import { addresseeOf, caseFacts, itemsOnPaper, normsOf, projectOnPaper, remediesOf } from './case-facts.js';
import { findings } from './decision.js';

/** 不予行政许可决定书: never without reasons and remedies (行政许可法 art. 38, T15). */
export const refusal: DocumentBuilder = async (step, body) => {
  const facts = await caseFacts(step);
  const made = (await step.tx.findOne(Decision, 'caseId = ?', [step.caseRecord.id])) as Decision;
  return {
    ...projectOnPaper(facts),
    addressee: addresseeOf(facts),
    items: itemsOnPaper(facts),
    acceptedOn: step.caseRecord.acceptedOn,
    facts: (made.terms as { facts?: string }).facts ?? (await findings(step, facts)),
    reasons: made.reasons.split('\n').filter((reason) => reason.trim() !== ''),
    basis: [(made.terms as { legalBasis?: string }).legalBasis ?? '', ...normsOf(facts.items[0] as Item)].filter((norm) => norm !== ''),
    remedies: remediesOf(body),
  };
};
