import { Review } from '../../../entities/index.js';
import { isPauseKind } from '../../../calendar/item-clock/pause-kinds.js';
import type { PauseRule } from '../../pauses/pause-rules.js';
import type { NewPause } from '../../pauses/start-pause.js';
import type { CaseStep } from '../../cases/case-step.js';
import type { DocumentBuilder } from './index.js';
import { addresseeOf, caseFacts, itemsOnPaper, projectOnPaper, WINDOW_PHONE, type CaseFacts } from './case-facts.js';
import { reviewWorkdays } from './review-commission.js';

type ToldPause = NewPause & { capOn: string | null; rule: PauseRule };

/** 特别程序告知书 to the applicant: without it the time of the review would count (行政许可法 art. 45). */
export const specialProcedureNotice: DocumentBuilder = async (step, _body, extra) => {
  const facts = await caseFacts(step);
  if (extra.pause) return ofOnePause(step, facts, extra.pause as ToldPause);
  const review = await step.tx.findOne(Review, 'caseId = ? ORDER BY commissionedOn DESC, id DESC', [step.caseRecord.id]);
  return {
    ...projectOnPaper(facts),
    addressee: addresseeOf(facts),
    items: facts.items.filter((item) => ((review?.items ?? []) as string[]).includes(item.code)).map((item) => ({ code: item.code, name: item.nameZh })),
    procedure: 'expertReview',
    reason: review?.scope ?? '',
    from: step.today,
    workdays: reviewWorkdays(step, review),
    expectedEnd: review?.dueOn ?? null,
    officer: step.actor.name,
    phone: WINDOW_PHONE,
  };
};

/** For a procedure of one item alone, with the person whom the applicant may ask. */
function ofOnePause(step: CaseStep, facts: CaseFacts, pause: ToldPause): Record<string, unknown> {
  return {
    ...projectOnPaper(facts),
    addressee: addresseeOf(facts),
    items: itemsOnPaper(facts),
    procedure: pause.kind,
    ...(!isPauseKind(pause.kind) && { procedureName: pause.rule.name, norm: pause.rule.article }),
    reason: pause.reason,
    from: step.today,
    workdays: pause.neededWorkdays,
    expectedEnd: pause.capOn,
    officer: pause.contact,
    phone: WINDOW_PHONE,
  };
}
