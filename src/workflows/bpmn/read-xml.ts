import { BpmnModdle, type ModdleElement, type ModdleWarning, type ParseResult } from 'bpmn-moddle';
import type { Finding } from '../lint/finding.js';
import approvalExtension from './approval-extension.json' with { type: 'json' };
import { notWellFormed } from './reading-findings.js';

/** Longest diagram that is read, in characters: a real one with drawing has about 1,500 per element. */
const longestDiagram = 8_000_000;

/** A drawn element has about eight tags with its shape and labels, a flow about as many. */
const mostTags = 50_000;
const longTag = 2_000;
const mostAttributes = 200;

/** References that a diagram cannot do without; the rest (drawing, data, messages between pools) may point nowhere. */
const vitalReferences = new Set(['bpmn:sourceRef', 'bpmn:targetRef', 'bpmn:attachedToRef', 'bpmn:default', 'bpmn:errorRef', 'bpmn:signalRef', 'bpmn:messageRef', 'bpmn:escalationRef', 'bpmn:activityRef']);

let moddle: BpmnModdle | undefined;

/** Reads the XML of one diagram into a tree. A file that is not BPMN gives findings and no tree; nothing is thrown. */
export async function readXml(xml: string): Promise<{ definitions?: ModdleElement; findings: Finding[] }> {
  const excess = excessOf(xml);
  if (excess !== undefined) return { findings: [excess] };
  // One reader for all files: making one costs several times as much as reading with it.
  moddle ??= new BpmnModdle({ oa: approvalExtension });
  try {
    // Strict: the first fault ends the reading. Going on would cost time in the square of the faults.
    const result = await moddle.fromXML(xml, { lax: false });
    return { definitions: result.rootElement, findings: brokenParts(result) };
  } catch (error) {
    const reason = firstLine(error);
    const repeated = /duplicate ID <(.+)>/i.exec(reason)?.[1];
    if (repeated !== undefined) return { findings: [notWellFormed([repeated], `编号 ${repeated} 重复`, `The id ${repeated} is used twice`)] };
    return { findings: [notWellFormed([], `不是可读的 BPMN 文件：${reason}`, `Not a readable BPMN file: ${reason}`)] };
  }
}

/** Sizes that no drawing has, found before a reader spends time on them. */
function excessOf(xml: string): Finding | undefined {
  if (xml.length > longestDiagram) return notWellFormed([], `文件过大（超过 ${longestDiagram} 个字符）`, `The file is longer than ${longestDiagram} characters`);
  let tags = 0;
  for (let from = xml.indexOf('<'); from >= 0; from = xml.indexOf('<', from + 1)) {
    tags += 1;
    if (tags > mostTags) return notWellFormed([], `文件过大（超过 ${mostTags} 个标签）`, `The file holds more than ${mostTags} tags`);
    const to = xml.indexOf('>', from);
    if (to - from > longTag && xml.slice(from, to).split('=').length > mostAttributes) {
      return notWellFormed([], `有元素的属性超过 ${mostAttributes} 个`, `An element has more than ${mostAttributes} attributes`);
    }
  }
  return undefined;
}

function brokenParts(result: ParseResult): Finding[] {
  return result.warnings.flatMap((warning) => brokenPart(warning));
}

function brokenPart(warning: ModdleWarning): Finding[] {
  const misspelt = /unknown attribute <(oa:.+)>/.exec(warning.message)?.[1];
  if (misspelt !== undefined) return [unknownAttribute(warning.element?.id, misspelt)];
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

/** One of our own attributes that we do not know would be ignored in silence, so at least it is said. */
function unknownAttribute(id: string | undefined, attribute: string): Finding {
  return {
    rule: 'unknown-attribute',
    severity: 'warning',
    elements: id === undefined ? [] : [id],
    message: `不认识的属性 ${attribute}，将不起作用`,
    messageEn: `The attribute ${attribute} is not known here and has no effect`,
  };
}

function firstLine(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const nested = /nested error: (.*)/.exec(message)?.[1];
  return (nested ?? message.split('\n')[0] ?? '').slice(0, 200);
}
