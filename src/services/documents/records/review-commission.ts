import { countWorkdays } from '../../../calendar/index.js';
import { Attachment, Organisation, Review } from '../../../entities/index.js';
import { materialsOfCase } from '../../materials/required-materials.js';
import type { CaseStep } from '../../cases/case-step.js';
import type { DocumentBuilder } from './index.js';
import { caseFacts, projectOnPaper, WINDOW_PHONE } from './case-facts.js';


/** 委托评审函 to the agency: one commission for every item that needs experts; the authority pays. */
export const reviewCommission: DocumentBuilder = async (step, body) => {
  const { tx, caseRecord, context } = step;
  const facts = await caseFacts(step);
  const review = await tx.findOne(Review, 'caseId = ? ORDER BY commissionedOn DESC, id DESC', [caseRecord.id]);
  const agency = await tx.findOne(Organisation, 'id = ?', [review?.agencyId]);
  const files = new Set((await tx.find(Attachment, 'caseId = ? AND removedAt IS NULL', [caseRecord.id])).map((file) => file.material));
  const materials = (await materialsOfCase(context, tx, caseRecord, facts.form)).filter((material) => files.has(material.code));
  return {
    ...projectOnPaper(facts),
    agency: { name: agency?.name ?? '' },
    applicantName: facts.organisation.name,
    items: facts.items.filter((item) => ((review?.items ?? []) as string[]).includes(item.code)).map((item) => ({ code: item.code, name: item.nameZh })),
    scope: [review?.scope ?? ''],
    materials: materials.map((material) => ({ name: material.nameZh })),
    reportDue: review?.dueOn ?? null,
    workdays: reviewWorkdays(step, review),
    feePayer: body.nameZh,
    norm: '《优化营商环境条例》第四十三条',
    officer: step.actor.name,
    phone: WINDOW_PHONE,
  };
};

/** Working days that the commission gives, from its day to the day on which the report is due. */
export function reviewWorkdays(step: CaseStep, review: Review | undefined): number {
  if (!review?.dueOn) return 1;
  return Math.max(1, countWorkdays(review.commissionedOn, review.dueOn, step.context.calendars.current()));
}
