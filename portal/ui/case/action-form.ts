import type { AvailableAction, CaseView, FieldError } from '../../../src/api/contract.js';

/** What a form of an action gets: the case, the values so far, what is wrong with them, and where to say others. */
export interface ActionFormProps {
  readonly view: CaseView;
  /** The action that is filled in; conditions of the form read it as `/outcome`. */
  readonly action: AvailableAction;
  readonly values: Record<string, unknown>;
  readonly faults: readonly FieldError[];
  readonly change: (values: Record<string, unknown>) => void;
}
