import type { FlowModel, FlowProcess } from '../bpmn/flow-model.js';
import type { FlowVocabulary } from '../vocabulary.js';
import type { Finding, Severity } from './finding.js';

export interface RuleContext {
  readonly model: FlowModel;
  readonly vocabulary: FlowVocabulary;
}

/** One rule over one process. */
export type Rule = (process: FlowProcess, context: RuleContext) => Finding[];

/** Rules of our own are errors only in a diagram that uses our attributes; any other diagram is just warned. */
export function severityIn(process: FlowProcess): Severity {
  return process.extended ? 'error' : 'warning';
}

/** How an element is called in a sentence. */
export function called(element: { readonly id: string; readonly name: string }): string {
  return element.name === '' ? element.id : `“${element.name}”（${element.id}）`;
}

/** The same in an English sentence. */
export function calledInEnglish(element: { readonly id: string; readonly name: string }): string {
  return element.name === '' ? element.id : `“${element.name}” (${element.id})`;
}
