import { Document, Permit, PermitRequest } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { requireRole, type Actor } from '../actor.js';
import type { CaseStep } from '../cases/case-step.js';
import { requireHandlerOf } from '../cases/handler-of-item.js';
import { notifyApplicant } from '../cases/notify.js';
import { issueDocument } from '../documents/issue-document.js';
import { askForSeal, askNoSeal } from '../seals/seal-papers.js';
import type { ServiceContext } from '../service-context.js';
import { settle } from './decide-permit-request.js';
import { inPermit, permitStates } from './permit-step.js';

export interface PermitEnding {
  state: 'revoked' | 'recalled' | 'deregistered' | 'forfeited';
  ground: string;
  reasons: string;
  basis?: string;
  /** For 撤销: ending the permit would do great harm to the public interest (art. 69). */
  publicHarm?: boolean;
}

/**
 * The grounds of each end, and whether the holder's loss is made good: 撤销 (行政许可法 69) for a permit that was given wrongly, 撤回 (8) for one
 * that was right until law or facts changed, 注销 (70) for taking out of the register what has ended, 吊销 as a penalty.
 */
const grounds: Record<PermitEnding['state'], Record<string, { text: string; compensation: boolean }>> = {
  revoked: {
    abuse: { text: '工作人员滥用职权、玩忽职守作出决定', compensation: true },
    beyondAuthority: { text: '超越法定职权作出决定', compensation: true },
    procedure: { text: '违反法定程序作出决定', compensation: true },
    unqualified: { text: '对不具备资格或者不符合条件的申请人准予许可', compensation: true },
    fraud: { text: '以欺骗、贿赂等不正当手段取得许可', compensation: false },
  },
  recalled: {
    lawChanged: { text: '所依据的法律、法规、规章修改或者废止', compensation: true },
    factsChanged: { text: '准予许可所依据的客观情况发生重大变化', compensation: true },
  },
  deregistered: {
    expired: { text: '有效期届满未延续', compensation: false },
    personEnded: { text: '公民死亡或者丧失行为能力', compensation: false },
    entityEnded: { text: '法人或者其他组织依法终止', compensation: false },
    endedBefore: { text: '许可依法被撤销、撤回，或者许可证件依法被吊销', compensation: false },
    forceMajeure: { text: '因不可抗力导致许可事项无法实施', compensation: false },
    holderAsks: { text: '被许可人申请注销', compensation: false },
  },
  forfeited: { penalty: { text: '因违法行为受到吊销许可证件的行政处罚', compensation: false } },
};

/**
 * Ends a permit in one of the four ways that the law knows. Its documents are no longer valid from now on, publicly; the decision says the
 * ground, whether loss is made good, and the remedies. What fraud obtained is revoked whatever it costs; other wrong permits stay where
 * their end would do great harm to the public. What the holder asked for and nobody decided is closed with it.
 *
 * Throws REVOCATION_GROUND_WRONG with the grounds of that end, and PERMIT_NOT_FOUND.
 */
export function endPermit(context: ServiceContext, actor: Actor, caseId: string, ending: PermitEnding): Promise<{ document: string }> {
  requireRole(actor, 'leader');
  return inPermit(context, actor, caseId, async (step, permit) => {
    requireHandlerOf(actor, step.caseRecord);
    const ground = groundOf(permit, ending, step.today);
    const papers = (await step.tx.find(Document, "caseId = ? AND kind IN ('decision', 'certificate') ORDER BY issuedOn, id", [caseId])).filter((document) => document.state === 'valid');
    const reasons = `${ground.text}。${ending.reasons}`;
    const proof = papers.find((document) => document.kind === 'certificate') ?? papers[0];
    const document = await issueDocument(step, 'permit-end', {
      permitEnd: { end: ending.state, permitNumber: proof?.number ?? step.caseRecord.number, permitIssuedOn: permit.issuedOn, reasons, ...(ending.basis && { basis: ending.basis }), compensation: ground.compensation },
    });
    askForSeal(step, document, `${permitStates[ending.state]}决定书`);
    await recordEnd(step, permit, { state: ending.state, reason: reasons, basis: ending.basis ?? null });
    await closeRequests(step, `许可已被${permitStates[ending.state]}`);
    step.note('permitEnded', { state: ending.state, ground: ending.ground, reasons, compensation: ground.compensation, document, documents: papers.map((paper) => paper.number) });
    notifyApplicant(step, `“${permit.title}”的许可已被${permitStates[ending.state]}：${reasons}`);
    return { document };
  });
}

/** What the holder asked for is about a permit that is no more: it ends with the permit, and so does the work of deciding it. */
async function closeRequests(step: CaseStep, reasons: string): Promise<void> {
  const pending = await step.tx.find(PermitRequest, "caseId = ? AND status = 'pending' ORDER BY requestedOn, id", [step.caseRecord.id]);
  for (const request of pending) settle(step, request, { status: 'refused', reasons, decidedBy: step.actor.id });
}

/** The permit and its papers hold no longer; whoever checks them is told since when. */
export async function recordEnd(step: CaseStep, permit: Permit, { state, reason, basis }: { state: string; reason: string; basis: string | null }): Promise<void> {
  const papers = await step.tx.find(Document, "caseId = ? AND kind IN ('decision', 'certificate') AND state = 'valid'", [permit.caseId]);
  askNoSeal(step, papers.map(({ id }) => id));
  step.tx.update(Permit, { state, endedOn: permit.endedOn ?? step.today, endReason: reason.slice(0, 1000), endBasis: basis }, 'caseId = ?', [permit.caseId], { rows: 1, lockedHere: true });
  step.tx.update(Document, { state: 'revoked' }, "caseId = ? AND kind IN ('decision', 'certificate') AND state = 'valid'", [permit.caseId]);
}

function groundOf(permit: Permit, { state, ground, publicHarm }: PermitEnding, today: string): { text: string; compensation: boolean } {
  const refuse = (why: string, whyEn: string): never => {
    throw new DomainError('REVOCATION_GROUND_WRONG', { how: permitStates[state], why, whyEn, grounds: Object.entries(grounds[state]).map(([key, { text }]) => ({ key, text })) });
  };
  const known = Object.hasOwn(grounds[state], ground) ? grounds[state][ground] : undefined;
  if (!known) return refuse(`应为：${Object.values(grounds[state]).map(({ text }) => text).join('；')}`, `it is one of ${Object.keys(grounds[state]).join(', ')}`);
  if (state !== 'deregistered' && permit.state !== 'valid') return refuse(`该许可已${permitStates[permit.state]}`, `the permit is ${permit.state} already`);
  if (permit.state === 'deregistered') return refuse('该许可已注销', 'the permit is deregistered already');
  if (state === 'revoked' && publicHarm && ground !== 'fraud') return refuse('撤销可能对公共利益造成重大损害的，不予撤销', 'a revocation that would do great harm to the public is not made');
  if (ground === 'expired' && permit.state !== 'lapsed' && (permit.validUntil === null || permit.validUntil >= today)) return refuse('有效期尚未届满', 'the term has not ended');
  if (ground === 'endedBefore' && !['revoked', 'recalled', 'forfeited'].includes(permit.state)) return refuse('该许可没有被撤销、撤回或者吊销', 'the permit was neither revoked, recalled nor forfeited');
  return known;
}
