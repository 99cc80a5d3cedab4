import { limitStart } from '../../cases/limit-start.js';
import type { DocumentBuilder } from './index.js';
import { addresseeOf, caseFacts, normsOf, projectOnPaper, WINDOW_PHONE } from './case-facts.js';

/** 受理通知书: one notice for all items of the stage, each with its limits and the day on which they end. */
export const acceptanceNotice: DocumentBuilder = async (step) => {
  const { caseRecord, context, actor } = step;
  const facts = await caseFacts(step);
  const accepted = caseRecord.acceptedOn as string;
  const received = caseRecord.receivedOn as string;
  const stageLimit = context.items.stageLimit(caseRecord.projectType, caseRecord.stage);
  return {
    ...projectOnPaper(facts),
    addressee: addresseeOf(facts),
    receivedOn: received,
    acceptedOn: accepted,
    deemed: accepted === received && step.today > accepted,
    items: await Promise.all(facts.items.map(async (item) => {
      const limits = context.items.limitsOf(item, caseRecord.projectType);
      const statutory = limits.statutoryWorkdays ?? undefined;
      // The statutory date stands in the notice, not the internal target.
      const days = statutory ?? limits.promisedWorkdays;
      return {
        code: item.code,
        name: item.nameZh,
        ...(statutory !== undefined && { statutoryWorkdays: statutory }),
        promisedWorkdays: limits.promisedWorkdays,
        due: context.calendars.dueOn((await limitStart(step, limits.startsFrom)) ?? step.today, days),
        norm: normsOf(item)[0],
      };
    })),
    ...(stageLimit !== undefined && { projectLimit: { workdays: context.items.reference.limitWorkdays, due: context.calendars.dueOn(accepted, context.items.reference.limitWorkdays) } }),
    officer: actor.name,
    phone: WINDOW_PHONE,
    progressUrl: `${context.settings.publicUrl}/`,
  };
};
