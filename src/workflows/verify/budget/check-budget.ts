import type { FlowModel, FlowProcess } from '../../bpmn/flow-model.js';
import type { Finding } from '../../lint/finding.js';
import type { FlowVocabulary } from '../../vocabulary.js';
import { limitSeverity } from '../severity.js';
import { namesInEnglish, namesOf } from '../wording.js';
import type { Account } from './step-days.js';
import { worstCaseOf, type CriticalStep, type WorstCase } from './worst-case.js';

export interface BudgetReport {
  /** Working days of the worst case of the main process by the project's clock; null when a loop has no bound. */
  readonly worstWorkdays: number | null;
  readonly limitWorkdays: number;
  /** Elements of the longest way that take time, in order; a call or sub-process stands before the steps inside it. */
  readonly criticalPath: string[];
  /** Days of the worst case by stage. */
  readonly perStage: Record<string, number>;
  /** The steps of the critical path with their days. */
  readonly steps: { readonly element: string; readonly workdays: number }[];
}

/** Working days that a whole project may take from acceptance to the last decision, unless the vocabulary says otherwise. */
const projectLimit = 80;

/** Holds the worst case of each process against the limits that bind it. */
export function checkBudget(model: FlowModel, vocabulary: FlowVocabulary): { findings: Finding[]; report: BudgetReport } {
  const worst = new Map(model.processes.map((process) => [process.id, { project: worstCaseOf(model, process, 'project'), statutory: worstCaseOf(model, process, 'statutory') }]));
  const findings = model.processes.flatMap((process) => {
    const cases = worst.get(process.id) as Record<Account, WorstCase>;
    return [...unboundedLoops(process, cases.project), ...limitsOf(model, process, vocabulary).flatMap((limit) => exceeded(process, cases[limit.account], limit))];
  });
  const main = model.processes.find(({ id }) => id === model.main) as FlowProcess;
  return { findings, report: report(model, main, (worst.get(main.id) as Record<Account, WorstCase>).project, vocabulary) };
}

interface Limit {
  readonly workdays: number;
  readonly account: Account;
  readonly zh: string;
  readonly en: string;
}

function limitsOf(model: FlowModel, process: FlowProcess, vocabulary: FlowVocabulary): Limit[] {
  const { stage, limitWorkdays } = process.oa;
  const ofItem = vocabulary.itemLimits?.[process.id];
  const ofStage = stage === undefined ? undefined : vocabulary.stageLimits?.[stage];
  const limits: (Limit | undefined)[] = [
    process.id === model.main ? { workdays: vocabulary.limitWorkdays ?? projectLimit, account: 'project', zh: '项目总时限', en: 'the limit of the whole project' } : undefined,
    ofStage === undefined ? undefined : { workdays: ofStage, account: 'project', zh: '本阶段时限', en: 'the share of its stage' },
    limitWorkdays === undefined ? undefined : { workdays: limitWorkdays, account: stage === undefined ? 'statutory' : 'project', zh: '流程自身时限', en: 'the limit of the flow itself' },
    ofItem?.statutory === undefined ? undefined : { workdays: ofItem.statutory, account: 'statutory', zh: '事项法定时限', en: 'the statutory limit of the item' },
    ofItem?.promised === undefined ? undefined : { workdays: ofItem.promised, account: 'statutory', zh: '事项承诺时限', en: 'the promised limit of the item' },
  ];
  return limits.filter((limit) => limit !== undefined);
}

function exceeded(process: FlowProcess, worst: WorstCase, limit: Limit): Finding[] {
  if (worst.workdays <= limit.workdays) return [];
  const leaves = worst.steps.filter(({ holds }) => holds !== true);
  const days = leaves.map(({ element, workdays }) => `${element} ${workdays}`).join(' → ');
  const note = limit.account === 'statutory' ? ['（特殊环节不计入）', ' (special steps not counted)'] : ['', ''];
  return [{
    rule: 'budget-exceeded',
    severity: limitSeverity(process),
    elements: [...new Set(leaves.map(({ element }) => element))],
    path: worst.steps.map(({ element }) => element),
    message: `最慢情况需要 ${worst.workdays} 个工作日${note[0]}，超过${limit.zh} ${limit.workdays} 个工作日。最长路径：${days}。`,
    messageEn: `The worst case takes ${worst.workdays} working days${note[1]}, more than ${limit.en} of ${limit.workdays}. Longest way: ${days}.`,
  }];
}

/** Loops in a called process are told there. */
function unboundedLoops(process: FlowProcess, worst: WorstCase): Finding[] {
  return worst.unbounded.filter((loop) => loop.process === process.id).map(({ elements }) => ({
    rule: 'unbounded-loop',
    severity: limitSeverity(process),
    elements,
    message: `${namesOf(process, elements)}可以无限次重复，无法计算最长办理时间。请在返回的连线或环节上写明 oa:maxRepeats。`,
    messageEn: `${namesInEnglish(process, elements)} can be repeated without limit, so the longest duration is unknown. Say oa:maxRepeats on the flow that leads back or on the step.`,
  }));
}

function report(model: FlowModel, main: FlowProcess, worst: WorstCase, vocabulary: FlowVocabulary): BudgetReport {
  const leaves = worst.steps.filter(({ holds }) => holds !== true);
  return {
    worstWorkdays: worst.unbounded.some(({ workdays }) => workdays > 0) ? null : worst.workdays,
    limitWorkdays: main.oa.limitWorkdays ?? vocabulary.limitWorkdays ?? projectLimit,
    criticalPath: worst.steps.map(({ element }) => element),
    perStage: daysPerStage(model, main, leaves),
    steps: leaves.map(({ element, workdays }) => ({ element, workdays })),
  };
}

/** A called process without stage of its own belongs to the stage of its caller. */
function daysPerStage(model: FlowModel, main: FlowProcess, steps: readonly CriticalStep[]): Record<string, number> {
  const perStage: Record<string, number> = {};
  for (const { process, workdays } of steps) {
    const stage = model.processes.find(({ id }) => id === process)?.oa.stage ?? main.oa.stage;
    if (stage !== undefined) perStage[stage] = (perStage[stage] ?? 0) + workdays;
  }
  return perStage;
}
