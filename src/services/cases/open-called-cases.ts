import { Case } from '../../entities/index.js';
import type { Effect } from '../../workflows/machine/effects.js';
import { applicationFor } from './application-variable.js';
import { CaseStep, lockCase } from './case-step.js';
import { mattersOf, type OpenMatter } from './open-matters.js';
import { limitStart } from './limit-start.js';
import { itemClockEvents } from './item-clock-events.js';
import { recordStep } from './record-step.js';

type CallFlow = Extract<Effect, { type: 'callFlow' }>;

/** One item among the flow variables of a stage case. */
export interface FlowItem {
  code: string;
  name: string;
  itemType: string;
  department: string;
}

/**
 * Opens an item case for every call that the stage's flow just made, or sets the item's case going again when a later call returns to
 * it: one item has one case from acceptance to decision, whatever the stage's flow does in between.
 */
export async function openCalledCases(step: CaseStep, effects: readonly Effect[]): Promise<void> {
  const calls = effects.filter((effect): effect is CallFlow => effect.type === 'callFlow');
  if (calls.length === 0) return;
  const existing = await step.tx.find(Case, 'parentId = ?', [step.caseRecord.id]);
  for (const call of calls) {
    const item = call.loop?.item as FlowItem | undefined;
    if (item === undefined) {
      await recordStep(step, { type: 'fail', key: call.key, reason: 'item-missing' });
      continue;
    }
    const known = existing.find((each) => each.itemCode === item.code);
    const locked = known && (await step.tx.lock(Case, 'id = ?', [known.id]));
    if (locked?.status === 'terminated') {
      await passOver(step, call, locked);
      continue;
    }
    const itemStep = locked ? continueItemCase(step, call, locked) : await openItemCase(step, call, item);
    await recordStep(itemStep, { type: 'start', variables: { item, projectType: step.caseRecord.projectType, stage: step.caseRecord.stage, ...(await applicationFor(itemStep)) } });
  }
}

/** An item that was terminated is over for every later call of the stage. */
async function passOver({ context, tx, actor, caseRecord }: CaseStep, call: CallFlow, item: Case): Promise<void> {
  const step = new CaseStep(context, tx, actor, item);
  step.set({ callKey: call.key });
  step.save();
  const stage = new CaseStep(context, tx, actor, await lockCase(tx, caseRecord.id));
  await recordStep(stage, { type: 'callCompleted', key: call.key });
}

function continueItemCase(stage: CaseStep, call: CallFlow, caseRecord: Case): CaseStep {
  const step = new CaseStep(stage.context, stage.tx, stage.actor, caseRecord);
  step.set({ flowVersionId: pinnedVersion(stage.caseRecord, call.flow), flowState: null, callKey: call.key });
  if (['examined', 'stopped'].includes(caseRecord.status)) step.set({ status: 'deciding' });
  return step;
}

async function openItemCase(stage: CaseStep, call: CallFlow, item: FlowItem): Promise<CaseStep> {
  const { context, caseRecord: parent, tx } = stage;
  const definition = context.items.get(item.code, parent.itemListVersion);
  const position = (parent.itemCodes as string[]).indexOf(item.code) + 1;
  const limits = context.items.limitsOf(definition, parent.projectType);
  const since = await limitStart(stage, limits.startsFrom);
  const caseRecord: Case = {
    id: context.newId(),
    number: `${parent.number}-${String(position).padStart(2, '0')}`,
    queryCode: parent.queryCode,
    kind: 'item',
    parentId: parent.id,
    projectId: parent.projectId,
    organisationId: parent.organisationId,
    stage: parent.stage,
    projectType: parent.projectType,
    itemCode: item.code,
    itemCodes: [],
    itemListVersion: parent.itemListVersion,
    departmentId: item.department,
    title: item.name,
    status: 'examining',
    flowVersionId: pinnedVersion(parent, call.flow),
    // Its flow asks the decision tables that the stage keeps since its filing.
    pinnedFlows: parent.pinnedFlows,
    flowState: null,
    callKey: call.key,
    formRevision: parent.formRevision,
    lastEventSeq: 0,
    lastEventHash: '',
    receivedOn: parent.receivedOn,
    acceptedOn: parent.acceptedOn,
    decidedOn: null,
    submittedAt: parent.submittedAt,
    closedAt: null,
    dueOn: since === null || limits.promisedWorkdays === null ? null : context.calendars.dueOn(since, limits.promisedWorkdays),
    channel: parent.channel,
    departments: null,
    copies: null,
    openMatters: owedBy(parent, item.code),
    delegation: (parent.delegation as Record<string, unknown> | null)?.[item.code] ?? null,
    overdueSince: null,
    promiseBrokenSince: null,
    createdBy: stage.actor.id,
    createdAt: stage.at,
    version: 0,
  };
  tx.insert(Case, caseRecord);
  const step = new CaseStep(context, tx, stage.actor, caseRecord);
  for (const event of await itemClockEvents(stage)) step.note(event.type, event.data, { on: event.on });
  return step;
}

/** Papers that this item is still owed; its approval waits for them. */
function owedBy(parent: Case, itemCode: string): OpenMatter[] | null {
  const owed = mattersOf(parent).filter((matter) => matter.kind === 'owedMaterial' && (matter.key ?? '').split(',').includes(itemCode));
  return owed.length === 0 ? null : owed;
}

function pinnedVersion(stage: Case, flowKey: string): string {
  const version = (stage.pinnedFlows as Record<string, string>)[flowKey];
  if (!version) throw new Error(`Case ${stage.number} has no pinned version of the flow ${flowKey}`);
  return version;
}
