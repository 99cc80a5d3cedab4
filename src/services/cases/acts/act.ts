import type { Case, WorkItem } from '../../../entities/index.js';
import type { SigningBasis } from '../../countersigning/signers-first.js';
import type { CaseStep } from '../case-step.js';
import type { PageRows } from '../read-page.js';

/** What an act is told: the step under way, the work item that it completes, the chosen outcome and the checked form. */
export interface ActCall<Form = Record<string, unknown>> {
  readonly step: CaseStep;
  readonly workItem: WorkItem;
  readonly outcome: string | undefined;
  readonly form: Form;
  /** What others said who signed this work. */
  readonly signed?: SigningBasis[];
}

/** What a suggestion is made from: the page as it was read. */
export interface SuggestionCall extends Pick<CaseStep, 'context' | 'caseRecord' | 'today'> {
  readonly outcome: string | undefined;
  readonly page: PageRows;
  /** The item cases of the stage. */
  readonly children: readonly Case[];
}

/**
 * What a step means in law and in the files: it refuses by throwing, writes its own rows and notes what happened. The flow goes on
 * afterwards with the variables that it answers.
 */
export interface Act {
  /** What it did stands inside the office alone, so that it may be done anew after a return or taken back by its doer. */
  readonly repeatable?: true;
  /** Type of the case event, e.g. `accepted`. */
  perform(call: ActCall): Promise<Record<string, unknown> | void>;
  /** Values to offer in the form of this act. */
  suggest?(call: SuggestionCall): object | undefined;
}
