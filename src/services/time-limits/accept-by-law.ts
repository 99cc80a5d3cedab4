import { Case, Correction, WorkItem } from '../../entities/index.js';
import { dismissSigners } from '../countersigning/dismiss-signers.js';
import { findCompetence } from '../delegations/find-competence.js';
import { noticeWindowEnd } from '../corrections/notice-window.js';
import type { ServiceContext } from '../service-context.js';
import { systemActor } from '../actor.js';
import { acceptByLaw } from '../cases/acts/acceptance.js';
import { CaseStep } from '../cases/case-step.js';
import { recordStep } from '../cases/record-step.js';
import { eachAlone } from './each-alone.js';

/**
 * Accepts the applications about which the window said nothing in time 逾期视为受理 (行政许可法 art. 32(4)): as of the day of receipt, or –
 * where everything asked for was handed in – of that day. Answers how many.
 */
export async function acceptOverdueApplications(context: ServiceContext, today: string): Promise<number> {
  const waiting = await context.database.read.find(Case, "kind = 'stage' AND status = 'submitted' ORDER BY createdAt");
  return eachAlone(waiting, ({ id }) => id, async (each) => {
    const earliest = noticeWindowEnd(context, each);
    return earliest !== null && today > earliest && acceptIfOverdue(context, each.id, today);
  });
}

function acceptIfOverdue(context: ServiceContext, caseId: string, today: string): Promise<boolean> {
  return context.database.inTransaction(async (tx) => {
    const caseRecord = await tx.lock(Case, 'id = ?', [caseId]);
    if (!caseRecord || caseRecord.status !== 'submitted') return false;
    const [latest] = await tx.find(Correction, 'caseId = ? ORDER BY round DESC, noticedOn DESC', [caseId]);
    if (latest && latest.status !== 'answered') return false;
    const lastDay = noticeWindowEnd(context, caseRecord, latest?.answeredOn ?? undefined);
    if (lastDay === null || today <= lastDay) return false;
    const workItem = await tx.findOne(WorkItem, "caseId = ? AND status = 'open' AND form = 'acceptance'", [caseId]);
    if (!workItem) return false;
    const step = new CaseStep(context, tx, systemActor, caseRecord);
    const competence = await findCompetence(step);
    // Late word makes nobody competent: art. 32(4) speaks of papers, not of powers.
    if (competence.incompetent.length > 0) return false;
    await dismissSigners(step, workItem, '已依法视为受理');
    await acceptByLaw(step, workItem, competence);
    await recordStep(step, { type: 'complete', key: workItem.stepKey, outcome: 'accept' });
    return true;
  });
}
