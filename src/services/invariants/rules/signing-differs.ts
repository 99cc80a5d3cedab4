import { Countersignature, Countersigning, WorkItem } from '../../../entities/index.js';
import { COUNTERSIGN, askSigner } from '../../countersigning/ask-signer.js';
import { isPending, roundsOf, takeBack } from '../../countersigning/rounds.js';
import type { Found } from '../finding.js';
import type { CaseFacts } from '../case-facts.js';
import type { Rule } from './rule.js';

/**
 * Whoever is asked to sign has it on his desk, whoever has it on his desk is asked, and what is signed is open work. The repair asks again, or
 * takes back what asks for nothing any more.
 */
export const signingDiffers: Rule = {
  find: (facts) => [...unasked(facts), ...asksForNothing(facts), ...withoutWork(facts)],
  repair: async (step, { subject, workItem }, { signings }) => {
    const signature = signings.flatMap(({ signers }) => signers).find(({ id }) => id === subject);
    if (signature) {
      const row = (await step.tx.findOne(Countersigning, 'id = ?', [signature.countersigningId])) as Countersigning;
      const signed = (await step.tx.findOne(WorkItem, 'id = ?', [row.workItemId])) as WorkItem;
      return askSigner(step, signed, { row, signers: [] }, signature as Countersignature);
    }
    const round = signings.find(({ row }) => row.id === subject);
    if (!round) return step.tx.update(WorkItem, { status: 'cancelled', doneAt: step.at }, "id = ? AND status = 'open'", [workItem]);
    for (const open of (await roundsOf(step.tx, round.row.workItemId)).filter(({ row }) => row.id === subject)) for (const pending of open.signers.filter(isPending)) takeBack(step, pending, 'dismissed');
    step.tx.update(Countersigning, { status: 'ended', endedAt: step.at, held: null }, 'id = ?', [subject], { rows: 1, lockedHere: true });
  },
};

const unasked = ({ signings, work }: CaseFacts): Found[] =>
  signings
    .filter(({ row }) => work.some(({ id }) => id === row.workItemId))
    .flatMap(({ signers }) => signers)
    .filter(({ state, taskId }) => state === 'asked' && !work.some(({ id }) => id === taskId))
    .map(({ id, personName }) => ({ subject: id, message: `${personName}应当签署，却没有待办`, messageEn: `${personName} is asked to sign and has no work item for it`, repairable: true, remedy: '重新生成签署待办' }));

const asksForNothing = ({ signings, work }: CaseFacts): Found[] =>
  work
    .filter(({ act, id }) => act === COUNTERSIGN && !signings.some(({ signers }) => signers.some(({ state, taskId }) => state === 'asked' && taskId === id)))
    .map(({ id, name }) => ({ workItem: id, message: `“${name}”已无需签署，却仍在待办中`, messageEn: `"${name}" asks for a signature that nobody needs`, repairable: true, remedy: '取消待办' }));

const withoutWork = ({ signings, work }: CaseFacts): Found[] =>
  signings
    .filter(({ row }) => !work.some(({ id }) => id === row.workItemId))
    .map(({ row }) => ({ subject: row.id, message: '会签或者加签的环节已不在办理中', messageEn: 'What is to be countersigned is no open work any more', repairable: true, remedy: '结束会签' }));
