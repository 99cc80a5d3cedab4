import { byId } from './bpmn/by-id.js';
import type { FlowModel } from './bpmn/flow-model.js';
import { readFlow, type FlowReading, type FlowSource } from './bpmn/read-flow.js';
import { compileFlow } from './compile/compile-flow.js';
import type { CompiledFlow } from './compile/compiled-flow.js';
import { hasNoError, type Finding } from './lint/finding.js';
import { lintFlow } from './lint/lint-flow.js';
import { verifyFlow, type FlowVerification, type VerifyOptions } from './verify/verify-flow.js';
import type { FlowVocabulary } from './vocabulary.js';

/** Everything that the publishing gate knows about a diagram; the shape of `onestop flow check`. */
export interface PreparedFlow {
  /** No finding is an error: the flow may be published. */
  readonly ok: boolean;
  readonly findings: Finding[];
  readonly soundness: FlowVerification['soundness'];
  readonly budget: FlowVerification['budget'];
  /** The compiled main process; absent when the flow may not be published. */
  readonly flow?: CompiledFlow;
  /** Every process of the files, the main one included; empty when the flow may not be published. */
  readonly flows: readonly CompiledFlow[];
}

export interface PrepareOptions extends VerifyOptions {
  /** Compiles what could be read also when a proof fails, for trying out an unsound flow. */
  readonly despiteErrors?: boolean;
}

/**
 * Reads, lints, proves and compiles a diagram, in that order.
 *
 * Bad diagrams give findings, nothing is thrown. Called flows are taken from `source.called`, else from `vocabulary.flows`.
 */
export async function prepareFlow(source: FlowSource, vocabulary: FlowVocabulary = {}, options: PrepareOptions = {}): Promise<PreparedFlow> {
  const { model, findings: readingFindings } = await readWithCalled(source, vocabulary);
  if (model === undefined || !hasNoError(readingFindings)) return unreadable(readingFindings, vocabulary);
  const verification = verifyFlow(model, vocabulary, options);
  const findings = [...readingFindings, ...lintFlow(model, vocabulary), ...verification.findings];
  const ok = hasNoError(findings);
  const flows = ok || options.despiteErrors === true ? model.processes.map((process) => compileFlow(process)) : [];
  const flow = flows.find(({ key }) => key === model.main);
  return { ok, findings, soundness: verification.soundness, budget: verification.budget, ...(flow && { flow }), flows };
}

/** Adds the known flows that are called, and those that they call. */
async function readWithCalled(source: FlowSource, vocabulary: FlowVocabulary): Promise<FlowReading> {
  const files = typeof source === 'string' ? { main: source, called: [] as readonly string[] } : source;
  const known = byId(vocabulary.flows);
  let reading = await readFlow(files);
  for (const added = new Set<string>(); reading.model !== undefined; ) {
    const more = calledFlows(reading.model).filter((key) => known[key] !== undefined && !added.has(key));
    if (more.length === 0) return reading;
    for (const key of more) added.add(key);
    const called = [...files.called, ...[...added].map((key) => known[key] ?? '')];
    reading = await readFlow({ main: files.main, called });
  }
  return reading;
}

function calledFlows(model: FlowModel): string[] {
  const known = new Set(model.processes.map(({ id }) => id));
  const called = model.processes.flatMap(({ nodes }) => Object.values(nodes).flatMap(({ calledElement }) => calledElement ?? []));
  return [...new Set(called)].filter((key) => !known.has(key));
}

function unreadable(findings: Finding[], vocabulary: FlowVocabulary): PreparedFlow {
  return {
    ok: false,
    findings,
    soundness: { verdict: 'not-decided', whateverTheData: 'not-decided', states: 0 },
    budget: { worstWorkdays: null, limitWorkdays: vocabulary.limitWorkdays ?? 80, criticalPath: [], perStage: {}, steps: [] },
    flows: [],
  };
}
