import { Case } from '../../entities/index.js';
import type { Item } from '../../catalogue/item.js';
import { DomainError } from '../../errors/domain-error.js';
import { systemActor, type Actor } from '../actor.js';
import { CaseStep } from '../cases/case-step.js';
import { delegationByList } from '../cases/delegation.js';
import { mayOpen } from '../cases/may-act.js';
import type { ServiceContext } from '../service-context.js';
import { findCompetence, type Competence, type Incompetence } from './find-competence.js';

/** What the refusal form may start with where the New Area is not competent: the authority by item, place and day, and why. */
export interface RefusalSuggestion {
  refusalGround: 'notCompetent';
  competentAuthority: string;
  reasons: string;
}

/** Nothing where the New Area is competent for all items. */
export function suggestRefusal({ incompetent }: Competence): RefusalSuggestion | undefined {
  if (incompetent.length === 0) return undefined;
  return { refusalGround: 'notCompetent', competentAuthority: authoritiesIn(incompetent), reasons: incompetent.map((each) => `“${each.itemName}”${each.why}（依据：${each.basis}）`).join('；') };
}

/**
 * The authority that is told to the applicant (行政许可法 32(2)): what delegations or, without any, the list of items say. The window may
 * name another one, and then says why; both stand in the record. Throws AUTHORITY_REASON_NEEDED.
 */
export function authorityToTell(competence: Competence, items: readonly Item[], said: { competentAuthority: string; authorityReason?: string }): { authority: string; suggested: string; reason?: string } {
  const suggested = competence.incompetent.length > 0 ? authoritiesIn(competence.incompetent) : authoritiesIn(items.map((item) => ({ itemName: item.nameZh, rightAuthority: delegationByList(item).delegatingBody.name })));
  if (said.competentAuthority === suggested) return { authority: suggested, suggested };
  if (!said.authorityReason) throw new DomainError('AUTHORITY_REASON_NEEDED', { suggested, named: said.competentAuthority });
  return { authority: said.competentAuthority, suggested, reason: said.authorityReason };
}

/** One name, or each with the items that it handles. */
function authoritiesIn(list: readonly Pick<Incompetence, 'itemName' | 'rightAuthority'>[]): string {
  const names = [...new Set(list.map((each) => each.rightAuthority))];
  if (names.length === 1) return names[0] as string;
  return names.map((name) => `${name}（办理“${list.filter((each) => each.rightAuthority === name).map((each) => each.itemName).join('”“')}”）`).join('、');
}

export interface CompetenceOfItem {
  item: string;
  name: string;
  competent: boolean;
  /** In whose name and under whose seal it is decided here. */
  signingBody?: string;
  rightAuthority?: string;
  why?: string;
  basis?: string;
}

/** Who is competent for each item of an application, by place and day of filing; a draft is judged as if it were filed today. Throws CASE_NOT_FOUND and NOT_YOURS. */
export function competenceOf(context: ServiceContext, actor: Actor, caseId: string): Promise<CompetenceOfItem[]> {
  return context.database.inTransaction(async (tx) => {
    const shown = await tx.findOne(Case, 'id = ?', [caseId]);
    if (!shown) throw new DomainError('CASE_NOT_FOUND', { id: caseId });
    await mayOpen(tx, actor, shown);
    const stage = shown.parentId === null ? shown : ((await tx.findOne(Case, 'id = ?', [shown.parentId])) as Case);
    const { delegations, incompetent } = await findCompetence(new CaseStep(context, tx, systemActor, stage));
    const items = context.items.getAll(stage.itemCodes as string[], stage.itemListVersion).filter((item) => shown.itemCode === null || item.code === shown.itemCode);
    return items.map((item) => {
      const away = incompetent.find((each) => each.item === item.code);
      if (!away) return { item: item.code, name: item.nameZh, competent: true, signingBody: (delegations[item.code] ?? delegationByList(item)).signingBody.name };
      return { item: item.code, name: item.nameZh, competent: false, rightAuthority: away.rightAuthority, why: away.why, basis: away.basis };
    });
  });
}
