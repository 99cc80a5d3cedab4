import { Case, Organisation, Review } from '../../../entities/index.js';
import { DomainError } from '../../../errors/domain-error.js';
import { endedUndecided, itemsGoingOn, needsReview } from '../item-procedures.js';
import type { Act } from './act.js';

/** Working days that a commission offers unless the officer sets another day. */
const REVIEW_WORKDAYS = 5;

/**
 * 一次委托评审: one commission for all items of the stage that need experts. The letter of commission names the needed time, which is the
 * written notice that lets the statutory clocks stop (行政许可法 art. 45). A second review of a stage needs a failed first one.
 */
export const reviewCommission: Act = {
  suggest({ context, caseRecord, today, page, children }) {
    const agency = page.organisations.find(({ kind }) => kind === 'agency');
    return {
      agency: agency?.name,
      subject: '对本阶段需专家评审的事项开展一次综合技术评审',
      itemCodes: itemsGoingOn(context, caseRecord, children).filter(needsReview).map((item) => item.code),
      dueOn: context.calendars.dueOn(today, REVIEW_WORKDAYS) ?? undefined,
      feePayer: 'authority',
    };
  },
  async perform({ step, workItem, form }) {
    const { caseRecord, tx, actor, context, today } = step;
    const agency = await tx.findOne(Organisation, '(id = ? OR name = ?) AND kind = ?', [form.agency, form.agency, 'agency']);
    if (!agency) throw new DomainError('FORM_INVALID', { errors: [{ pointer: '/agency', message: '请选择名录内的评审机构' }] });
    const [earlier] = await tx.find(Review, 'caseId = ? ORDER BY commissionedOn DESC', [caseRecord.id]);
    if (earlier && earlier.conclusion !== 'fail') throw new DomainError('REVIEW_ONLY_ONCE');
    const chosen = caseRecord.itemCodes as string[];
    const items = form.itemCodes as string[];
    const strange = items.filter((code) => !chosen.includes(code));
    if (strange.length > 0) throw new DomainError('FORM_INVALID', { errors: [{ pointer: '/itemCodes', message: `本申请不含事项：${strange.join('、')}` }] });
    const ended = (await tx.find(Case, 'parentId = ?', [caseRecord.id])).filter((item) => endedUndecided(item) && items.includes(item.itemCode ?? ''));
    if (ended.length > 0) throw new DomainError('FORM_INVALID', { errors: [{ pointer: '/itemCodes', message: `下列事项已经终止或撤回，不再评审：${ended.map(({ title }) => title).join('、')}` }] });
    tx.insert(Review, {
      id: context.newId(),
      caseId: caseRecord.id,
      agencyId: agency.id,
      status: 'commissioned',
      scope: String(form.subject),
      items,
      commissionedBy: actor.id,
      commissionedOn: today,
      dueOn: String(form.dueOn),
    });
    step.agencyId = agency.id;
    step.note('reviewCommissioned', { agency: agency.name, items, subject: form.subject, dueOn: form.dueOn }, { step: workItem.step });
  },
};
