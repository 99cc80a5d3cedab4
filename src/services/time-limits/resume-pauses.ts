import { Case, Pause } from '../../entities/index.js';
import { systemActor } from '../actor.js';
import { CaseStep } from '../cases/case-step.js';
import { expirePause } from '../pauses/end-pause.js';
import type { ServiceContext } from '../service-context.js';
import { eachAlone } from './each-alone.js';

/** Resumes the clocks of items whose special procedure has outlived the time that was told 特殊环节到期, each with a warning. */
export async function resumeExpiredPauses(context: ServiceContext, today: string): Promise<number> {
  const expired = await context.database.read.find(Pause, "status = 'open' AND capOn < ?", [today]);
  return eachAlone(expired, ({ caseId }) => caseId, ({ id, caseId }) =>
    context.database.inTransaction(async (tx) => {
      const caseRecord = await tx.lock(Case, 'id = ?', [caseId]);
      const pause = await tx.findOne(Pause, 'id = ? AND status = ?', [id, 'open']);
      if (!caseRecord || !pause || pause.capOn === null || pause.capOn >= today) return;
      const step = new CaseStep(context, tx, systemActor, caseRecord);
      if (caseRecord.decidedOn !== null || caseRecord.closedAt !== null) return tx.update(Pause, { status: 'closed', endedOn: caseRecord.decidedOn ?? today }, 'id = ?', [id]);
      await expirePause(step, pause);
      step.save();
    }),
  );
}
