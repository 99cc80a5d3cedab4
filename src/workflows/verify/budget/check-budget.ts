import type { FlowModel } from '../../bpmn/flow-model.js';
import type { Finding } from '../../lint/finding.js';
import type { FlowVocabulary } from '../../vocabulary.js';
export interface BudgetReport { readonly worstWorkdays: number | null; readonly limitWorkdays: number; readonly criticalPath: string[]; readonly perStage: Record<string, number> }
export function checkBudget(_model: FlowModel, vocabulary: FlowVocabulary): { findings: Finding[]; report: BudgetReport } {
  return { findings: [], report: { worstWorkdays: 0, limitWorkdays: vocabulary.limitWorkdays ?? 80, criticalPath: [], perStage: {} } };
}
