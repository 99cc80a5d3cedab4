import type { FlowModel } from '../bpmn/flow-model.js';
import type { FlowVocabulary } from '../vocabulary.js';
import type { Finding } from './finding.js';
import { rules } from './rules/index.js';

/** What can be said of a diagram by looking at each element, without playing the token game. */
export function lintFlow(model: FlowModel, vocabulary: FlowVocabulary = {}): Finding[] {
  return model.processes.flatMap((process) => rules.flatMap((rule) => rule(process, { model, vocabulary })));
}
