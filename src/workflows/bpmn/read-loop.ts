import type { ModdleElement } from 'bpmn-moddle';
import type { Finding } from '../lint/finding.js';
import type { Loop } from './flow-model.js';
import { child, expression, flag, text, wholeNumber } from './moddle-access.js';
import { withoutGaps } from './read-approval-data.js';
import { notWellFormed, unsupported } from './reading-findings.js';

/** Reads how an activity repeats: as a standard loop or as multiple instances (BPMN 2.0 §10.3.8). */
export function readLoop(activity: ModdleElement): { loop?: Loop; findings: Finding[] } {
  const element = child(activity, 'loopCharacteristics');
  if (element === undefined) return { findings: [] };
  return element.$type === 'bpmn:StandardLoopCharacteristics' ? { loop: readStandardLoop(element), findings: [] } : readMultiInstance(activity.id ?? '', element);
}

function readStandardLoop(element: ModdleElement): Loop {
  return withoutGaps({
    kind: 'standard',
    condition: expression(child(element, 'loopCondition')),
    testBefore: flag(element, 'testBefore'),
    maximum: loopMaximum(element),
  }) as Loop;
}

/** Editors write the maximum as an attribute; the schema also knows it as an expression. */
function loopMaximum(element: ModdleElement): number | undefined {
  const nested = child(element, 'loopMaximum');
  return nested === undefined ? wholeNumber(element, 'loopMaximum') : wholeNumber(nested, 'body');
}

function readMultiInstance(id: string, element: ModdleElement): { loop?: Loop; findings: Finding[] } {
  const cardinality = expression(child(element, 'loopCardinality'));
  const collection = text(element, 'collection')?.replace(/^=\s*/, '') ?? dataName(child(element, 'loopDataInputRef'));
  const findings: Finding[] = [];
  if (cardinality === undefined && collection === undefined) {
    findings.push(notWellFormed([id], `多实例活动 ${id} 没有写明次数或集合`, `Multi-instance activity ${id} names neither a number nor a collection`));
  }
  const behavior = text(element, 'behavior');
  if (behavior !== undefined && behavior !== 'All') {
    findings.push(unsupported(id, `多实例的 ${behavior} 行为`, `multi-instance behaviour ${behavior}`));
  }
  const loop = withoutGaps({
    kind: 'multi',
    sequential: flag(element, 'isSequential'),
    cardinality,
    collection,
    elementVariable: text(element, 'elementVariable') ?? child(element, 'inputDataItem')?.name,
    completionCondition: expression(child(element, 'completionCondition')),
  }) as Loop;
  return { loop, findings };
}

/** A collection named the standard way: a data object or input whose name is the variable. */
function dataName(element: ModdleElement | undefined): string | undefined {
  if (element === undefined) return undefined;
  return element.name ?? child(element, 'dataObjectRef')?.name ?? element.id;
}
