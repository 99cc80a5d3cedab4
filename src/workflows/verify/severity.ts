import type { FlowProcess, StepData } from '../bpmn/flow-model.js';
import type { Severity } from '../lint/finding.js';

/** Attributes that say how tokens and time behave, not that an approval is drawn. */
const mechanical: ReadonlySet<keyof StepData> = new Set(['multiMerge', 'maxRepeats', 'assigns', 'decision']);

/** Rules of law and sense are errors only where the diagram says something about people, papers or limits of an approval. */
export function lawSeverity(process: FlowProcess): Severity {
  return describesApproval(process) ? 'error' : 'warning';
}

/** Limits can also be broken where a diagram only counts working days. */
export function limitSeverity(process: FlowProcess): Severity {
  const countsDays = Object.values(process.nodes).some(({ event, oa }) => event?.timer?.kind === 'workdays' || oa.maxRepeats !== undefined) || Object.values(process.flows).some(({ maxRepeats }) => maxRepeats !== undefined);
  return countsDays || describesApproval(process) ? 'error' : 'warning';
}

function describesApproval(process: FlowProcess): boolean {
  if (Object.keys(process.oa).length > 0 || process.lanes.some(({ role, department }) => role !== undefined || department !== undefined)) return true;
  return Object.values(process.nodes).some(({ oa }) => Object.keys(oa).some((key) => !mechanical.has(key as keyof StepData)));
}
