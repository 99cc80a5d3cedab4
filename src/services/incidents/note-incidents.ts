import { Incident } from '../../entities/index.js';
import type { FlowState } from '../../workflows/machine/flow-state.js';
import type { LoadedFlow } from '../../workflows/machine/load-flow.js';
import { waitingPlaces } from '../../workflows/machine/waiting-places.js';
import type { CaseStep } from '../cases/case-step.js';
import { closeMatter, mattersOf, openMatter } from '../cases/open-matters.js';
import { notifyDepartment } from '../cases/notify.js';
import { incidentReason } from './incident-words.js';

/**
 * Keeps the incidents of a case equal to those of its flow: a new one is noted, told to the department and put before the administrators,
 * one that is gone with its branch is ended. The legal status of the case stays, for its other branches go on.
 */
export function noteIncidents(step: CaseStep, flow: LoadedFlow, state: FlowState): void {
  const known = mattersOf(step.caseRecord).filter((matter) => matter.kind === 'incident');
  if (state.status !== 'incident' && known.length === 0) return;
  const places = state.status === 'incident' ? waitingPlaces(flow, state).incidents : [];
  const keys = new Set(places.map(({ key }) => key ?? ''));
  for (const { id, key } of known) if (!keys.has(key ?? '')) endIncident(step, id);
  for (const place of places) if (!known.some(({ key }) => (key ?? '') === (place.key ?? ''))) openIncident(step, flow, place);
}

/** The case is closed: nobody has to see to its incidents any more. */
export function endIncidents(step: CaseStep): void {
  step.tx.update(Incident, { status: 'ended', resolvedAt: step.at }, 'caseId = ? AND status = ?', [step.caseRecord.id, 'open']);
}

function openIncident(step: CaseStep, flow: LoadedFlow, { key, element, reason }: { key?: string; element: string; reason: string }): void {
  const { caseRecord, tx, context } = step;
  const elementName = flow.graph.nodes[element]?.name || element;
  const id = context.newId();
  tx.insert(Incident, { id, caseId: caseRecord.id, incidentKey: key ?? null, element, elementName: elementName.slice(0, 200), reason: reason.slice(0, 600), status: 'open', openedAt: step.at });
  openMatter(step, { kind: 'incident', id, label: `流程异常：${elementName}（${incidentReason(reason)}）`, state: 'open', ...(key !== undefined && { key }) });
  step.note('incident', { element: elementName, reason: incidentReason(reason) }, { step: element });
  notifyDepartment(step, caseRecord.departmentId, `“${caseRecord.title}”（${caseRecord.number}）的流程在“${elementName}”处无法继续：${incidentReason(reason)}。系统管理员将予处理。`);
}

function endIncident(step: CaseStep, id: string): void {
  step.tx.update(Incident, { status: 'ended', resolvedAt: step.at }, 'id = ? AND status = ?', [id, 'open']);
  closeMatter(step, id);
}
