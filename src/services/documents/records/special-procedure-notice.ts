import { Review } from '../../../entities/index.js';
import type { DocumentBuilder } from './index.js';
import { addresseeOf, caseFacts, projectOnPaper, WINDOW_PHONE } from './case-facts.js';
import { reviewWorkdays } from './review-commission.js';

/** 特别程序告知书 to the applicant: without it the time of the review would count (行政许可法 art. 45). */
export const specialProcedureNotice: DocumentBuilder = async (step) => {
  const facts = await caseFacts(step);
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
