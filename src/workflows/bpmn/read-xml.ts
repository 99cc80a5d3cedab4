import { BpmnModdle, type ModdleElement, type ModdleWarning, type ParseResult } from 'bpmn-moddle';
import type { Finding } from '../lint/finding.js';
import approvalExtension from './approval-extension.json' with { type: 'json' };
import { notWellFormed } from './reading-findings.js';

/** Longest diagram that is read, in characters: a real one with drawing has about 1,500 per element. */
const longestDiagram = 8_000_000;

/** References that a diagram cannot do without; the rest (drawing, data, messages between pools) may point nowhere. */
const vitalReferences = new Set(['bpmn:sourceRef', 'bpmn:targetRef', 'bpmn:attachedToRef', 'bpmn:default', 'bpmn:errorRef', 'bpmn:signalRef', 'bpmn:messageRef', 'bpmn:escalationRef', 'bpmn:activityRef']);

let moddle: BpmnModdle | undefined;

/** Reads the XML of one diagram into a tree. A file that is not BPMN gives findings and no tree; nothing is thrown. */
export async function readXml(xml: string): Promise<{ definitions?: ModdleElement; findings: Finding[] }> {
  if (xml.length > longestDiagram) {
    return { findings: [notWellFormed([], `文件过大（超过 ${longestDiagram} 个字符）`, `The file is longer than ${longestDiagram} characters`)] };
  }
  // One reader for all files: making one costs several times as much as reading with it.
  moddle ??= new BpmnModdle({ oa: approvalExtension });
  try {
    const result = await moddle.fromXML(xml);
    return { definitions: result.rootElement, findings: [...brokenParts(result), ...repeatedIds(result)] };
  } catch (error) {
    const reason = firstLine(error);
    return { findings: [notWellFormed([], `不是可读的 BPMN 文件：${reason}`, `Not a readable BPMN file: ${reason}`)] };
  }
}

function brokenParts(result: ParseResult): Finding[] {
  return result.warnings.flatMap((warning) => brokenPart(warning));
}

function brokenPart(warning: ModdleWarning): Finding[] {
  if (warning.property !== undefined) {
    // sourceRef and targetRef of artifacts and message flows are no business of the token game.
    const isVital = vitalReferences.has(warning.property) && !/Association|MessageFlow|ConversationLink/.test(warning.element?.$type ?? '');
    if (!isVital) return [];
    const id = warning.element?.id;
    const element = id === undefined ? [] : [id];
    return [notWellFormed(element, `元素 ${id ?? ''} 引用了不存在的元素 ${warning.value}`, `Element ${id ?? ''} refers to ${warning.value}, which does not exist`)];
  }
  const reason = warning.message.split('\n')[0] ?? '';
  if (/unknown attribute/.test(reason)) return [];
  return [notWellFormed([], `文件中有无法识别的内容：${reason}`, `The file holds content that cannot be read: ${reason}`)];
}

/** Ids that stand twice are a warning of the reader, but a token could not tell the elements apart. */
function repeatedIds(result: ParseResult): Finding[] {
  return result.warnings
    .map((warning) => /duplicate ID <(.+)>/i.exec(warning.message)?.[1])
    .filter((id) => id !== undefined)
    .map((id) => notWellFormed([id], `编号 ${id} 重复`, `The id ${id} is used twice`));
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0]?.slice(0, 200) ?? '';
}
