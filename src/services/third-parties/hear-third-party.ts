import { Case, Document, ThirdParty } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { validateStepForm } from '../../forms/form-registry.js';
import { hasRole, systemActor } from '../actor.js';
import { CaseStep } from '../cases/case-step.js';
import { handles } from '../cases/handler-of-item.js';
import { notifyDepartment } from '../cases/notify.js';
import { closeMatter } from '../cases/open-matters.js';
import { recordOpinion } from '../cases/record-opinion.js';
import type { ServiceContext } from '../service-context.js';
import { awaitedThirdParty } from './awaited-third-party.js';

/** Whoever handles the item, or the window, writes down what a third party states 听取陈述申辩 (行政许可法 36). Throws THIRD_PARTY_NOT_FOUND. */
export async function recordStatement(step: CaseStep, form: Record<string, unknown>): Promise<void> {
  if (!hasRole(step.actor, 'clerk') && !handles(step.actor, step.caseRecord)) throw new DomainError('NOT_YOURS');
  const { thirdParty, ...said } = validateStepForm('third-party-statement', form) as { thirdParty?: string; way: 'written' | 'oral'; statement: string };
  hear(step, await awaitedThirdParty(step, thirdParty), said);
  step.save();
}

/**
 * A third party answers by himself with the code of his notice; no account is needed. Throws THIRD_PARTY_NOT_FOUND, also when his time has run
 * out or he was heard.
 */
export function stateOwnView(context: ServiceContext, { verifyCode, statement }: { verifyCode: string; statement: string }): Promise<{ id: string }> {
  return context.database.inTransaction(async (tx) => {
    const notice = await tx.findOne(Document, "verifyCode = ? AND kind = 'third-party-notice'", [verifyCode.trim().toUpperCase()]);
    if (!notice) throw new DomainError('THIRD_PARTY_NOT_FOUND', { id: verifyCode });
    const step = new CaseStep(context, tx, systemActor, (await tx.lock(Case, 'id = ?', [notice.caseId])) as Case);
    const person = await tx.findOne(ThirdParty, "documentId = ? AND status IN ('named', 'told')", [notice.id]);
    if (!person) throw new DomainError('THIRD_PARTY_NOT_FOUND', { id: verifyCode });
    hear(step, person, { way: 'written', statement });
    step.save();
    return { id: person.id };
  });
}

/** Those who were told of a hearing that is over were heard in it. */
export async function heardInHearing(step: CaseStep): Promise<void> {
  const awaited = await step.tx.find(ThirdParty, "caseId = ? AND status = 'told' ORDER BY name, id", [step.caseRecord.id]);
  for (const person of awaited) settle(step, person, { way: 'hearing', statement: '见听证笔录' });
}

/** His time has run out: the decision waits for him no longer. */
export function closeSilent(step: CaseStep, person: ThirdParty): void {
  step.tx.update(ThirdParty, { status: 'silent' }, 'id = ?', [person.id], { rows: 1, lockedHere: true });
  closeMatter(step, person.id);
  step.note('thirdPartySilent', { thirdParty: person.id, name: person.name, stateUntil: person.stateUntil });
}

interface Said {
  way: 'written' | 'oral' | 'hearing';
  statement: string;
}

function hear(step: CaseStep, person: ThirdParty, said: Said): void {
  settle(step, person, said);
  recordOpinion(step, { kind: 'thirdParty', conclusion: 'stated', text: `${person.name}：${said.statement}` });
  notifyDepartment(step, step.caseRecord.departmentId, `“${step.caseRecord.title}”的利害关系人${person.name}已陈述申辩，作出决定时应当考虑。`);
}

function settle(step: CaseStep, person: ThirdParty, { way, statement }: Said): void {
  step.tx.update(ThirdParty, { status: 'heard', way, statement: statement.slice(0, 4000), statedAt: step.at }, 'id = ?', [person.id], { rows: 1, lockedHere: true });
  closeMatter(step, person.id);
  step.note('thirdPartyStated', { thirdParty: person.id, name: person.name, way });
}
