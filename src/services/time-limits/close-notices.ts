import { Case, Hearing, PublicNotice, ThirdParty } from '../../entities/index.js';
import { systemActor } from '../actor.js';
import { CaseStep } from '../cases/case-step.js';
import { mattersOf } from '../cases/open-matters.js';
import { closeUnusedHearing } from '../hearings/hold-hearing.js';
import { closeNotice } from '../public-notices/publish-notice.js';
import { closeSilent } from '../third-parties/hear-third-party.js';
import type { ServiceContext } from '../service-context.js';
import { eachAlone } from './each-alone.js';

/** Ends what waited for others to speak: rights to a hearing that nobody used, third parties who kept silent, public notices that have run their time. */
export async function closeWaiting(context: ServiceContext, today: string): Promise<number> {
  const { read } = context.database;
  const unused = await read.find(Hearing, "status = 'told' AND requestUntil < ?", [today]);
  const items = await read.query("SELECT id FROM cases WHERE kind = 'item' AND status IN ('examining', 'examined', 'deciding') AND openMatters LIKE '%publicNotice%'", []);
  const inCase = ({ caseId }: { caseId: string }): string => caseId;
  let closed = await eachAlone(unused, inCase, (hearing) => inItem(context, hearing.caseId, async (step) => {
    const known = await step.tx.findOne(Hearing, "id = ? AND status = 'told'", [hearing.id]);
    if (known) closeUnusedHearing(step, known);
  }));
  const told = await read.find(ThirdParty, "status = 'told' AND (stateUntil IS NULL OR stateUntil < ?)", [today]);
  // A last day that fell into an unpublished year when the notice was served is known by now, or the decision goes on waiting.
  const silent = told.filter((person) => (person.stateUntil ?? context.calendars.dueOn(person.toldOn as string, person.statementWorkdays) ?? today) < today);
  closed += await eachAlone(silent, inCase, (person) => inItem(context, person.caseId, async (step) => {
    const known = await step.tx.findOne(ThirdParty, "id = ? AND status = 'told'", [person.id]);
    if (known) closeSilent(step, known);
  }));
  await eachAlone(items, ({ id }) => String(id), ({ id }) =>
    inItem(context, String(id), async (step) => {
      for (const matter of mattersOf(step.caseRecord).filter((each) => each.kind === 'publicNotice')) {
        const notice = await step.tx.findOne(PublicNotice, 'id = ?', [matter.id]);
        if (!notice || notice.closesOn >= today) continue;
        closeNotice(step, notice);
        closed += 1;
      }
    }),
  );
  return closed;
}

function inItem(context: ServiceContext, caseId: string, work: (step: CaseStep) => Promise<void>): Promise<void> {
  return context.database.inTransaction(async (tx) => {
    const caseRecord = await tx.lock(Case, 'id = ?', [caseId]);
    if (!caseRecord) return;
    const step = new CaseStep(context, tx, systemActor, caseRecord);
    const before = caseRecord.lastEventSeq;
    await work(step);
    if (step.caseRecord.lastEventSeq > before) step.save();
  });
}
