import { CaseEvent } from '../../../entities/index.js';
import type { DocumentBuilder } from './index.js';
import { addresseeOf, caseFacts, itemsOnPaper, projectOnPaper, remediesOf } from './case-facts.js';

/** 不予受理决定书 / 不受理告知书, with the reason just noted in the record and, where another authority is right, its name (rule A4). */
export const notAccepted: DocumentBuilder = async (step, body) => {
  const facts = await caseFacts(step);
  const event = await step.tx.findOne(CaseEvent, 'caseId = ? AND type = ? ORDER BY seq DESC', [step.caseRecord.id, 'notAccepted']);
  const said = (event?.data ?? {}) as { ground?: string; reasons?: string; competentAuthority?: string | null };
  return {
    ...projectOnPaper(facts),
    ground: said.ground === 'noPermitNeeded' || said.ground === 'notCompetent' ? said.ground : 'notCorrected',
    addressee: addresseeOf(facts),
    receivedOn: step.caseRecord.receivedOn,
    items: itemsOnPaper(facts),
    reasons: said.reasons ?? '',
    ...(said.competentAuthority && { rightAuthority: said.competentAuthority }),
    ...(said.ground !== 'noPermitNeeded' && { remedies: remediesOf(body) }),
  };
};
