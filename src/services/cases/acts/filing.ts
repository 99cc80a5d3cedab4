import { Decision } from '../../../entities/index.js';
import { recordOpinion } from '../record-opinion.js';
import { notifyApplicant } from '../notify.js';
import { delegationOf } from '../delegation.js';
import { issueDocument } from '../../documents/issue-document.js';
import type { Act } from './act.js';

/** A filing 备案 is complete once the full information is there; there is nothing to approve or refuse (核准备案条例, rule B9). */
export const filing: Act = {
  async perform({ step, workItem, form }) {
    const { caseRecord, tx, actor, today } = step;
    recordOpinion(step, { kind: 'filing', conclusion: 'filed', text: String(form.remarks ?? '') });
    tx.insert(Decision, {
      caseId: caseRecord.id,
      itemCode: caseRecord.itemCode as string,
      outcome: 'filed',
      reasons: String(form.remarks ?? '信息完整，予以备案'),
      conditions: null,
      terms: {},
      decidedBy: actor.id,
      decidedByName: actor.name,
      decidedOn: today,
      delegation: delegationOf(step),
    });
    step.set({ status: 'filed', decidedOn: today, closedAt: step.at, dueOn: null });
    step.note('decided', { outcome: 'filed' }, { step: workItem.step });
    await issueDocument(step, 'certificate');
    notifyApplicant(step, `“${caseRecord.title}”已完成备案。`);
  },
};
