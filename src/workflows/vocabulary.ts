/**
 * The words that a diagram may use, given as data: `workflows` knows no form, document or department itself. A list that is absent is
 * not checked; without any vocabulary no name is checked.
 */
export interface FlowVocabulary {
  readonly roles?: readonly string[];
  readonly forms?: readonly string[];
  readonly documents?: readonly string[];
  readonly acts?: readonly string[];
  readonly departments?: readonly string[];
  /** Keys of the decision tables that business rule tasks may name. */
  readonly decisions?: readonly string[];
  /** Names of the handlers that service and send tasks may name. */
  readonly handlers?: readonly string[];
  /** Flows that may be called: key → the XML of its diagram. */
  readonly flows?: Readonly<Record<string, string>>;
  /** Working days of each stage: key of `oa:stage` → days. */
  readonly stageLimits?: Readonly<Record<string, number>>;
  /** Working days of the whole project. Default 80. */
  readonly limitWorkdays?: number;
  /** Limits of the items that a called flow serves: key of the flow → days. */
  readonly itemLimits?: Readonly<Record<string, { readonly statutory?: number; readonly promised?: number }>>;
}
