import { DomainError } from '../errors/domain-error.js';
import type { ProjectType, StageCode } from './item.js';
import { faultCollector } from './list-fault.js';
import { isRecord, listOf, mapOf, oneOf, record, text, wholeNumber } from './list-checks/shape.js';

/** Working days of the whole project, shared out over the stages; `GC+SG` stands for two merged stages. */
export interface StageBudget {
  readonly stages: readonly { readonly covers: readonly StageCode[]; readonly workdays: number }[];
  readonly totalWorkdays: number;
}

export type StageBudgets = Readonly<Partial<Record<ProjectType, StageBudget>>>;

const budgetsShape = record({
  status: text(64),
  limitWorkdays: wholeNumber(1, 400),
  budgets: mapOf(
    record({ stages: listOf(record({ covers: listOf(oneOf('LX', 'GC', 'SG', 'JG')), workdays: wholeNumber(0, 400) })), totalWorkdays: wholeNumber(1, 400) }),
  ),
});

/**
 * Reads `seeds/reference/stage-budgets.json`. The file is refused whole (`REFERENCE_DATA_INVALID`) when the stages of a project type do not
 * add up to its total, when a total exceeds the limit of the whole project, or when a stage is there twice.
 */
export function readStageBudgets(json: unknown): { readonly status: string; readonly limitWorkdays: number; readonly budgets: StageBudgets } {
  const { faults, report } = faultCollector();
  if (budgetsShape(json, '', report) && isRecord(json)) {
    const file = json as unknown as { status: string; limitWorkdays: number; budgets: Record<string, StageBudget> };
    for (const [type, budget] of Object.entries(file.budgets)) {
      const place = `/budgets/${type}`;
      const sum = budget.stages.reduce((total, stage) => total + stage.workdays, 0);
      const covered = budget.stages.flatMap((stage) => stage.covers);
      if (sum !== budget.totalWorkdays) report(`${place}/totalWorkdays`, 'sum-differs', `各阶段之和为 ${sum}，与合计不符`, `The stages add up to ${sum}`);
      if (budget.totalWorkdays > file.limitWorkdays) report(`${place}/totalWorkdays`, 'over-limit', `超过全流程时限 ${file.limitWorkdays} 个工作日`, `More than the limit of ${file.limitWorkdays} working days`);
      if (new Set(covered).size !== covered.length) report(`${place}/stages`, 'duplicate-stage', '同一阶段重复', 'A stage is there twice');
    }
    if (faults.length === 0) return file;
  }
  throw new DomainError('REFERENCE_DATA_INVALID', { name: '阶段时限', faults });
}

/** The budget that covers a stage for a project type, in working days; undefined for stages outside the four, or without a row. */
export function stageLimit(budgets: StageBudgets, projectType: ProjectType, stage: StageCode): number | undefined {
  return budgets[projectType]?.stages.find((part) => part.covers.includes(stage))?.workdays;
}
