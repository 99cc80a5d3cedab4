import type { ModdleElement } from 'bpmn-moddle';
import type { Finding } from '../lint/finding.js';
import { checkGrammar } from './check-grammar.js';
import type { FlowModel, FlowProcess } from './flow-model.js';
import { children, flag } from './moddle-access.js';
import { readProcess } from './read-process.js';
import { readXml } from './read-xml.js';
import { notWellFormed, unsupported } from './reading-findings.js';

/** A diagram, alone or with the diagrams of the processes that it calls or talks to. */
export type FlowSource = string | { readonly main: string; readonly called: readonly string[] };

const mostNodes = 4_000;

export interface FlowReading {
  /** Absent when the files are no BPMN or hold no process. */
  readonly model?: FlowModel;
  /** `not-well-formed` and `unsupported-element`. */
  readonly findings: Finding[];
}

/**
 * Reads BPMN 2.0 XML into our graph.
 *
 * What cannot be read or run becomes a finding (`not-well-formed`, `unsupported-element`); nothing is ignored in silence and nothing is
 * thrown. When findings hold errors the model may be incomplete: proofs should not be run on it.
 */
export async function readFlow(source: FlowSource): Promise<FlowReading> {
  const files = typeof source === 'string' ? [source] : [source.main, ...source.called];
  const findings: Finding[] = [];
  const processes: { process: FlowProcess; isExecutable: boolean }[] = [];
  for (const [file, xml] of files.entries()) {
    const read = await readXml(xml);
    findings.push(...read.findings);
    if (read.definitions === undefined) continue;
    for (const element of readableProcesses(read.definitions, findings)) {
      const result = readProcess(element, file);
      findings.push(...result.findings);
      processes.push({ process: result.process, isExecutable: flag(element, 'isExecutable') });
    }
  }
  const inMainFile = processes.filter(({ process }) => process.file === 0);
  const main = inMainFile.find(({ isExecutable }) => isExecutable) ?? inMainFile[0];
  if (main === undefined) {
    if (findings.length === 0) findings.push(notWellFormed([], '文件中没有流程', 'The file holds no process'));
    return { findings };
  }
  findings.push(...tooLarge(processes.map(({ process }) => process)), ...repeatedProcesses(processes.map(({ process }) => process)));
  const model: FlowModel = { processes: processes.map(({ process }) => process), main: main.process.id };
  if (!findings.some(({ severity }) => severity === 'error')) findings.push(...checkGrammar(model));
  return { model, findings };
}

/** Processes that hold something; an empty one is the closed pool of a partner. */
function readableProcesses(definitions: ModdleElement, findings: Finding[]): ModdleElement[] {
  const roots = children(definitions, 'rootElements');
  for (const root of roots) {
    if (/Choreography|GlobalConversation/.test(root.$type)) findings.push(unsupported(root.id ?? '', '编排图与会话图', 'choreographies and conversations'));
    if (/Global.*Task/.test(root.$type)) findings.push(unsupported(root.id ?? '', '全局任务', 'global tasks'));
  }
  return roots.filter((root) => root.$type === 'bpmn:Process' && children(root, 'flowElements').length > 0);
}

/** Nobody draws more; proofs and machines of more would not be ready while somebody waits. */
function tooLarge(processes: readonly FlowProcess[]): Finding[] {
  const nodes = processes.reduce((sum, process) => sum + Object.keys(process.nodes).length, 0);
  if (nodes <= mostNodes) return [];
  return [notWellFormed([], `流程图过大：共 ${nodes} 个元素，上限为 ${mostNodes} 个`, `The diagrams are too large: ${nodes} elements, the limit is ${mostNodes}`)];
}

function repeatedProcesses(processes: readonly FlowProcess[]): Finding[] {
  const seen = new Set<string>();
  return processes.flatMap(({ id }) => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [notWellFormed([id], `有两个流程的编号都是 ${id}`, `Two processes have the id ${id}`)];
  });
}
