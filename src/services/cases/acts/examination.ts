import { Case } from '../../../entities/index.js';
import { DomainError } from '../../../errors/domain-error.js';
import { targetNames } from '../../corrections/correction-targets.js';
import type { CaseStep } from '../case-step.js';
import { recordOpinion } from '../record-opinion.js';
import type { Act } from './act.js';

/**
 * The officer in charge examines the item 经办审查 and says whether it may be approved, and what the opinion rests on. An inspection on the
 * spot is made by at least two officers (行政许可法 art. 34); an item that always needs one is not passed without.
 */
export const examination: Act = {
  repeatable: true,
  async perform({ step, workItem, outcome, form }) {
    refuseMissingInspection(step, outcome, form);
    const reliedOn = (form.reliedOn ?? []) as string[];
    if (reliedOn.length > 0) await refuseUnknownTargets(step, reliedOn);
    recordOpinion(step, { kind: 'examination', conclusion: outcome ?? 'pass', text: String(form.opinion ?? ''), reliedOn });
    step.note('examined', { outcome, ...form }, { step: workItem.step });
  },
};

function refuseMissingInspection({ context, caseRecord }: CaseStep, outcome: string | undefined, form: Record<string, unknown>): void {
  if (form.siteInspected === true) {
    const officers = new Set(((form.officers ?? []) as string[]).map((name) => name.trim()));
    if (officers.size < 2) throw new DomainError('INSPECTORS_TOO_FEW', { errors: [{ pointer: '/officers', message: '至少两名不同的工作人员' }] });
    return;
  }
  if (outcome !== 'pass' || caseRecord.itemCode === null) return;
  const item = context.items.get(caseRecord.itemCode, caseRecord.itemListVersion);
  if (item.procedures.siteInspection === 'yes') throw new DomainError('INSPECTION_MISSING', { title: caseRecord.title });
}

async function refuseUnknownTargets({ context, tx, caseRecord }: CaseStep, reliedOn: readonly string[]): Promise<void> {
  const stage = caseRecord.parentId === null ? caseRecord : ((await tx.findOne(Case, 'id = ?', [caseRecord.parentId])) as Case);
  const names = await targetNames(context, tx, stage);
  const unknown = reliedOn.flatMap((target, index) => (names.has(`${target.startsWith('/') ? 'field' : 'material'}:${target}`) ? [] : [{ pointer: `/reliedOn/${index}`, message: `申请中没有“${target}”` }]));
  if (unknown.length > 0) throw new DomainError('RELIED_TARGET_UNKNOWN', { errors: unknown });
}
