import { choiceTexts, signingName } from '../../services/cases/countersigning-words.js';
import type { CountersigningSight } from '../../services/countersigning/view-countersignings.js';
import type { CountersigningView } from '../contract.js';

export function presentCountersigning({ row, signers, tally }: CountersigningSight): CountersigningView {
  const rule = row.rule as Pick<CountersigningView, 'mode' | 'ratio' | 'base' | 'quorum'>;
  return {
    id: row.id,
    workItem: row.workItemId,
    kind: row.kind as CountersigningView['kind'],
    name: signingName({ kind: row.kind, ...rule }),
    ...rule,
    drawn: row.drawn,
    ...(row.proposal !== null && { proposal: row.proposal }),
    ...(row.question !== null && { question: row.question }),
    status: row.status as CountersigningView['status'],
    startedBy: row.startedByName,
    startedAt: row.startedAt,
    ...(row.endedAt !== null && { endedAt: row.endedAt }),
    tally: { agree: tally.agree, disagree: tally.disagree, abstain: tally.abstain, pending: row.endedAt === null ? tally.pending : 0 },
    signatures: signers.map(presentSignature),
  };
}

function presentSignature({ id, personId, personName, weight, state, choice, opinion, signedAt }: CountersigningSight['signers'][number]): CountersigningView['signatures'][number] {
  return {
    id,
    personId,
    person: personName,
    weight,
    state: state as CountersigningView['signatures'][number]['state'],
    ...(choice !== null && { choice: choice as 'agree', choiceText: choiceTexts[choice] ?? choice }),
    ...(opinion && { opinion }),
    ...(signedAt !== null && { signedAt }),
  };
}
