import type { Case } from '../../entities/index.js';
import type { CaseStep } from '../cases/case-step.js';
import type { ServiceContext } from '../service-context.js';

/** What a handler is told. */
export interface TaskCall {
  readonly caseRecord: Case;
  /** Id and name of the service or send task in the diagram. */
  readonly step: string;
  readonly name: string;
  /** Variables of the flow, as they were when the task began. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** What came of it. */
export interface TaskResult {
  /** Variables for the flow. */
  readonly variables?: Record<string, unknown>;
  /** Code of a BPMN error that the diagram may catch. */
  readonly error?: string;
  /** Written together with the step that the flow makes, so exactly once. */
  readonly write?: (step: CaseStep) => void;
}

/**
 * Carries out an automatic task of a flow after its commit. It may take its time and ask others outside, is run again when it throws or its
 * process was killed, and so has to be safe to repeat; what it writes itself goes into `write`.
 */
export interface AutomaticTask {
  readonly name: string;
  /** What it does, for administrators who draw flows. */
  readonly zh: string;
  readonly en: string;
  /** Variables that it gives to the flow. */
  readonly gives: readonly string[];
  run(context: ServiceContext, call: TaskCall): Promise<TaskResult>;
}
