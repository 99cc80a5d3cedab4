import type { Decision } from '../workflows/dmn/decision.js';
import { readDecision } from '../workflows/dmn/read-decision.js';
import { hasNoError, type Finding } from '../workflows/lint/finding.js';
import { prepareFlow, type PreparedFlow } from '../workflows/prepare-flow.js';
import type { FlowVocabulary } from '../workflows/vocabulary.js';
import type { Answer, FlowFile } from './flow.js';

/** Exit code 1 when a finding is an error – also one of a decision table beside the diagram –, 2 when a file is neither BPMN nor DMN. */
export async function checkFlow(files: readonly FlowFile[], { json }: { json: boolean }): Promise<Answer> {
  const { diagrams, tables, findings: tableFindings } = sortFiles(files);
  const alien = diagrams.find(({ xml }) => !looksLikeBpmn(xml));
  const { findings: flowFindings, soundness, budget } = await prepareFlow(sourceOf(diagrams), wordsOf(tables), { now: () => performance.now(), maxMillis: 4_500 });
  const findings = [...flowFindings, ...tableFindings];
  const report = { ok: hasNoError(findings), findings, soundness, budget };
  const output = json ? JSON.stringify(report, undefined, 2) : describe(report);
  if (alien !== undefined) return { output: json ? output : '', complaint: `${alien.name} is no BPMN 2.0 file`, exitCode: 2 };
  return { output, exitCode: report.ok ? 0 : 1 };
}

/** The diagrams, and the decision tables beside them by the id of their decision. */
export function sortFiles(files: readonly FlowFile[]): { diagrams: FlowFile[]; tables: Record<string, Decision>; findings: Finding[] } {
  const isTable = ({ xml }: FlowFile): boolean => !looksLikeBpmn(xml) && xml.slice(0, 5_000).includes('omg.org/spec/DMN/');
  const readings = files.filter(isTable).map(({ xml }) => readDecision(xml));
  return {
    diagrams: files.filter((file) => !isTable(file)),
    tables: Object.fromEntries(readings.flatMap(({ decision }) => (decision === undefined ? [] : [[decision.id, decision]]))),
    findings: readings.flatMap(({ findings }) => findings),
  };
}

/** Where tables are given, business rule tasks may name no other. */
export function wordsOf(tables: Readonly<Record<string, Decision>>): FlowVocabulary {
  const decisions = Object.keys(tables);
  return decisions.length === 0 ? {} : { decisions };
}

/** A broken BPMN file gets findings; something else is refused as a whole. */
export function looksLikeBpmn(xml: string): boolean {
  return xml.slice(0, 5_000).includes('http://www.omg.org/spec/BPMN/20100524/MODEL');
}

/**
 * The diagram that the answer is about – the first one that none of the others calls – and those that it may call, so that a folder's
 * diagrams can be given in any order.
 */
export function sourceOf(files: readonly FlowFile[]): { main: string; called: string[] } {
  const called = new Set(files.flatMap(({ xml }) => attributesOf(xml, /\bcalledElement="([^"]+)"/g)));
  const main = files.find(({ xml }) => !attributesOf(xml, /<(?:\w+:)?process\b[^>]*\bid="([^"]+)"/g).some((id) => called.has(id))) ?? files[0];
  return { main: main?.xml ?? '', called: files.filter((file) => file !== main).map(({ xml }) => xml) };
}

const attributesOf = (xml: string, pattern: RegExp): string[] => [...xml.matchAll(pattern)].map(([, value]) => value ?? '');

/** Findings for reading, one a line. */
export function describeFindings(findings: readonly Finding[]): string {
  return findings.map(({ severity, rule, elements, message, messageEn, path }) => {
    const where = elements.length === 0 ? '' : ` [${elements.join(', ')}]`;
    const how = path === undefined ? '' : `\n    ${path.join(' → ')}`;
    return `${severity === 'error' ? '✗' : '!'} ${rule}${where} ${message} · ${messageEn}${how}`;
  }).join('\n');
}

function describe({ ok, findings, soundness, budget }: Pick<PreparedFlow, 'ok' | 'findings' | 'soundness' | 'budget'>): string {
  const lines = [
    ok ? '✓ 可以发布 · may be published' : '✗ 不能发布 · may not be published',
    `可靠性 soundness: ${soundness.verdict} (${soundness.states} states)`,
    `最长工作日 worst case: ${budget.worstWorkdays ?? '?'} / ${budget.limitWorkdays} 个工作日 working days`,
    ...(budget.criticalPath.length > 0 ? [`关键路径 critical path: ${budget.criticalPath.join(' → ')}`] : []),
  ];
  return findings.length === 0 ? lines.join('\n') : `${lines.join('\n')}\n${describeFindings(findings)}`;
}
