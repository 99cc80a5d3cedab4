import { createHash } from 'node:crypto';
import { Flow, FlowVersion } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { prepareFlow, type PreparedFlow } from '../../workflows/prepare-flow.js';
import { recordAudit } from '../audit/record-audit.js';
import { requireRole, type Actor } from '../actor.js';
import { answerOnce } from '../idempotency/answer-once.js';
import type { ServiceContext } from '../service-context.js';
import { flowVocabulary } from './flow-vocabulary.js';
import { officeFindings } from './office-findings.js';

/** The key of a flow is the id of its process, an XML name. */
const FLOW_KEY = /^[\p{L}_][\p{L}\p{N}_.-]{0,79}$/u;
const LONGEST_NAME = 200;
/** Milliseconds that a proof may keep the server busy; beyond them it is not decided. */
const LONGEST_SEARCH = 4_500;

/** Everything that the publishing gate knows about a diagram: the same code as `onestop flow check`, with this office's words. */
export async function checkDiagram(context: ServiceContext, xml: string): Promise<PreparedFlow> {
  const prepared = await prepareFlow(xml, await flowVocabulary(context), { now: () => performance.now(), maxMillis: LONGEST_SEARCH });
  const findings = [...prepared.findings, ...(prepared.flow ? officeFindings(prepared.flow) : [])];
  return { ...prepared, findings, ok: !findings.some((finding) => finding.severity === 'error') };
}

/** Keeps a draft, whatever is wrong with it; the findings come back with it. A new key begins a new flow. Throws STALE_VERSION. */
export async function saveDraft(context: ServiceContext, actor: Actor, flowKey: string, draft: { xml: string; version: number }): Promise<{ flow: Flow; check: PreparedFlow }> {
  requireRole(actor, 'admin');
  const check = await checkDiagram(context, draft.xml);
  const flow = await context.database.inTransaction(async (tx) => {
    const known = await tx.lock(Flow, 'flowKey = ?', [flowKey]);
    if (!known && !FLOW_KEY.test(flowKey)) throw new DomainError('REQUEST_INVALID', { errors: [{ pointer: '/key', message: '流程标识应为 1 至 80 个字母、数字、“-”“_”“.”，以字母开头' }] });
    if ((known?.draftVersion ?? 0) !== draft.version) throw new DomainError('STALE_VERSION', { currentVersion: known?.draftVersion ?? 0 });
    const row = {
      name: (check.flow?.name || known?.name || flowKey).slice(0, LONGEST_NAME),
      draftXml: draft.xml,
      draftVersion: draft.version + 1,
      draftChangedBy: actor.name,
      draftChangedAt: context.clock.now().toISOString(),
    };
    if (known) tx.update(Flow, row, 'flowKey = ?', [flowKey], { rows: 1, lockedHere: true });
    else tx.insert(Flow, { flowKey, ...row });
    recordAudit(tx, context, actor, 'saveFlowDraft', flowKey, { version: row.draftVersion });
    return { flowKey, ...row };
  });
  return { flow, check };
}

/**
 * Publishes the draft as the next version, immutable and with its proof. Running cases keep the version that they were filed under.
 * Throws FLOW_NOT_PUBLISHABLE with all findings when there is an error among them, FLOW_KEY_DIFFERS and STALE_VERSION.
 */
export async function publishFlow(context: ServiceContext, actor: Actor, flowKey: string, draftVersion: number, onceKey?: string): Promise<FlowVersion> {
  requireRole(actor, 'admin');
  const draft = await getFlow(context, flowKey);
  const check = await checkDiagram(context, draft.draftXml);
  if (!check.ok || !check.flow) throw new DomainError('FLOW_NOT_PUBLISHABLE', { findings: check.findings });
  if (check.flow.key !== flowKey) throw new DomainError('FLOW_KEY_DIFFERS', { key: flowKey, process: check.flow.key });
  const { flow, findings, soundness, budget } = check;
  return answerOnce(context, actor, onceKey, ['publishFlow', flowKey, draftVersion], () => context.database.inTransaction(async (tx) => {
    const known = (await tx.lock(Flow, 'flowKey = ?', [flowKey])) as Flow;
    if (known.draftVersion !== draftVersion) throw new DomainError('STALE_VERSION', { currentVersion: known.draftVersion });
    const earlier = await tx.find(FlowVersion, 'flowKey = ? ORDER BY number DESC', [flowKey]);
    const row: FlowVersion = {
      id: context.newId(),
      flowKey,
      number: (earlier[0]?.number ?? 0) + 1,
      name: flow.name.slice(0, LONGEST_NAME),
      stage: flow.stage ?? null,
      xml: known.draftXml,
      definition: flow,
      verdict: { findings, soundness, budget },
      hash: createHash('sha256').update(known.draftXml).digest('hex'),
      publishedBy: actor.name,
      publishedAt: context.clock.now().toISOString(),
    };
    tx.insert(FlowVersion, row);
    tx.update(Flow, { name: row.name }, 'flowKey = ?', [flowKey]);
    recordAudit(tx, context, actor, 'publishFlow', flowKey, { number: row.number, hash: row.hash, worstWorkdays: budget.worstWorkdays });
    return row;
  }));
}

/** A flow with its draft. Throws FLOW_NOT_FOUND. */
export async function getFlow(context: ServiceContext, flowKey: string): Promise<Flow> {
  const flow = await context.database.read.findOne(Flow, 'flowKey = ?', [flowKey]);
  if (!flow) throw new DomainError('FLOW_NOT_FOUND', { key: flowKey });
  return flow;
}

export interface FlowListRow {
  flow: Flow;
  published?: { number: number; publishedAt: string };
  openCases: number;
}

/** All flows with their published version and how many open cases run on any version of them. */
export async function listFlows(context: ServiceContext): Promise<FlowListRow[]> {
  const { read } = context.database;
  const flows = await read.find(Flow, '1 = 1 ORDER BY flowKey');
  const versions = await read.query('SELECT flowKey, MAX(number) AS number, MAX(publishedAt) AS publishedAt FROM flow_versions GROUP BY flowKey');
  const open = await read.query('SELECT v.flowKey, COUNT(*) AS total FROM cases c JOIN flow_versions v ON v.id = c.flowVersionId WHERE c.closedAt IS NULL GROUP BY v.flowKey');
  return flows.map((flow) => {
    const published = versions.find((row) => row.flowKey === flow.flowKey);
    return {
      flow,
      ...(published && { published: { number: Number(published.number), publishedAt: String(published.publishedAt) } }),
      openCases: Number(open.find((row) => row.flowKey === flow.flowKey)?.total ?? 0),
    };
  });
}

/** Published versions of a flow, newest first. */
export async function listVersions(context: ServiceContext, flowKey: string): Promise<FlowVersion[]> {
  await getFlow(context, flowKey);
  return context.database.read.find(FlowVersion, 'flowKey = ? ORDER BY number DESC', [flowKey]);
}

/** One published version. Throws FLOW_NOT_FOUND. */
export async function getVersion(context: ServiceContext, flowKey: string, number: number): Promise<FlowVersion> {
  const version = await context.database.read.findOne(FlowVersion, 'flowKey = ? AND number = ?', [flowKey, number]);
  if (!version) throw new DomainError('FLOW_NOT_FOUND', { key: `${flowKey} ${number}` });
  return version;
}
