import { Case, OutboxMessage } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Transaction } from '../../persistence/database.js';
import type { Actor } from '../actor.js';
import { recordAudit } from '../audit/record-audit.js';
import { CaseStep, lockCase } from '../cases/case-step.js';
import { openCalledCases } from '../cases/open-called-cases.js';
import { recordStep } from '../cases/record-step.js';
import { reportToCaller } from '../cases/report-to-caller.js';
import type { ServiceContext } from '../service-context.js';
import { readFacts, readOffice, stateOf } from './case-facts.js';
import { findingsOf } from './check-invariants.js';
import { isMeant, type InvariantFinding, type InvariantRule } from './finding.js';
import { givenUpMessages } from './given-up-messages.js';
import { caseRules } from './rules/index.js';

export interface RepairRequest {
  rule: InvariantRule;
  /** Empty for what is about the office. */
  caseId: string;
  workItem?: string | undefined;
  subject?: string | undefined;
}

/**
 * Repairs one finding, in one unit of work and noted in the record of the case. It is looked for again under the lock of the case, so
 * that only what is still wrong is touched.
 *
 * Throws FINDING_GONE when it is not there any more and FINDING_NOT_REPAIRABLE, with who has to settle it, where a person has to decide.
 */
export function repairFinding(context: ServiceContext, actor: Actor, request: RepairRequest): Promise<InvariantFinding> {
  return context.database.inTransaction(async (tx) => {
    if (request.rule === 'message-given-up') return tryAgain(context, tx, { actor, request });
    if (request.rule === 'case-in-nobodys-queue') return bringBack(context, tx, { actor, request });
    return mend(context, tx, { actor, request });
  });
}

interface Repair {
  actor: Actor;
  request: RepairRequest;
}

async function mend(context: ServiceContext, tx: Transaction, { actor, request }: Repair): Promise<InvariantFinding> {
  const caseRecord = await lockCase(tx, request.caseId);
  const [facts] = await readFacts(context, tx, { cases: [caseRecord], office: await readOffice(tx) });
  const finding = facts && findingsOf(facts).find((each) => isMeant(each, request));
  if (!facts || !finding) throw new DomainError('FINDING_GONE');
  const { repair } = caseRules[finding.rule] ?? {};
  if (!finding.repairable || !repair) throw notRepairable(finding);
  const step = new CaseStep(context, tx, actor, caseRecord);
  const { input, calls } = (await repair(step, finding, facts)) ?? {};
  step.note('workRepaired', { rule: finding.rule, name: finding.message, repair: finding.remedy, ...(finding.workItem && { workItem: finding.workItem }), ...(finding.subject && { subject: finding.subject }) });
  if (input) await recordStep(step, input);
  else step.save();
  if (calls) await openCalledCases(step, calls);
  if (finding.rule === 'flow-and-status-differ' && caseRecord.kind === 'item') await reportIfAwaited(step);
  return finding;
}

/** An item found to be done is told to its stage when that waits for it. */
async function reportIfAwaited(step: CaseStep): Promise<void> {
  const { parentId, callKey } = step.caseRecord;
  const parent = parentId === null ? undefined : await step.tx.findOne(Case, 'id = ?', [parentId]);
  if (parent && callKey !== null && stateOf(parent)?.acts[callKey]?.kind === 'call') await reportToCaller(step, [{ type: 'completed', end: '', variables: {} }]);
}

/** A case comes back to a queue with the repair of everything that its application lacks. */
async function bringBack(context: ServiceContext, tx: Transaction, { actor, request }: Repair): Promise<InvariantFinding> {
  const findings = await findingsOfApplication(context, tx, request.caseId);
  const finding = findings.find((each) => isMeant(each, request));
  if (!finding) throw new DomainError('FINDING_GONE');
  const mendable = findings.filter((each) => each.repairable);
  if (mendable.length === 0) throw notRepairable(finding);
  for (const { rule, caseId, workItem, subject } of mendable) await mend(context, tx, { actor, request: { rule, caseId, workItem, subject } });
  return { ...finding, repairable: true, remedy: mendable.map((each) => each.remedy).join('；') };
}

async function findingsOfApplication(context: ServiceContext, tx: Transaction, stageId: string): Promise<InvariantFinding[]> {
  const stage = await lockCase(tx, stageId);
  const cases = [stage, ...(await tx.find(Case, 'parentId = ? ORDER BY number', [stageId]))];
  return (await readFacts(context, tx, { cases, office: await readOffice(tx) })).flatMap(findingsOf);
}

async function tryAgain(context: ServiceContext, tx: Transaction, { actor, request }: Repair): Promise<InvariantFinding> {
  const finding = (await givenUpMessages(tx)).find((each) => isMeant(each, request));
  if (!finding) throw new DomainError('FINDING_GONE');
  const at = context.wallClock.now().toISOString();
  tx.update(OutboxMessage, { status: 'waiting', attempts: 0, availableAt: at, leasedUntil: null, failure: null }, 'id = ? AND status = ?', [finding.subject, 'failed'], { rows: 1, otherwise: () => new DomainError('FINDING_GONE') });
  recordAudit(tx, context, actor, 'messageTriedAgain', finding.subject as string, { message: finding.message });
  tx.afterCommit(context.wakeOutbox);
  return finding;
}

const notRepairable = (finding: InvariantFinding): DomainError => new DomainError('FINDING_NOT_REPAIRABLE', { message: finding.message, remedy: finding.remedy });
