import type { FlowModel, FlowProcess } from '../../bpmn/flow-model.js';
import type { Finding } from '../../lint/finding.js';
import type { FlowVocabulary } from '../../vocabulary.js';

export interface LawContext {
  readonly model: FlowModel;
  readonly vocabulary: FlowVocabulary;
}

/** A rule of law or sense over one process. */
export type LawRule = (process: FlowProcess, context: LawContext) => Finding[];

/** Every rule of law and sense. A new one is a file here, a fixture folder and a paragraph in the profile. */
export const lawRules: readonly LawRule[] = [];
