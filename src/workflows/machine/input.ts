/** Variables of one instance: one flat map of plain JSON values. */
export type Variables = Record<string, unknown>;

/** Everything that can happen to a case from outside. `key` names one open work item, call, task or subscription (see `Effect`). */
export type FlowInput =
  | { readonly type: 'start'; readonly variables?: Variables; readonly startEvent?: string }
  | { readonly type: 'complete'; readonly key: string; readonly outcome?: string; readonly variables?: Variables }
  | { readonly type: 'callCompleted'; readonly key: string; readonly variables?: Variables }
  | { readonly type: 'callFailed'; readonly key: string; readonly error: string; readonly variables?: Variables }
  | { readonly type: 'callEscalated'; readonly key: string; readonly code: string }
  | { readonly type: 'taskCompleted'; readonly key: string; readonly variables?: Variables }
  | { readonly type: 'taskFailed'; readonly key: string; readonly error: string }
  /** A BPMN error thrown by whoever works on an open step. */
  | { readonly type: 'bpmnError'; readonly key: string; readonly error: string }
  /** The host could not carry out a task or call: an incident, to be tried again. */
  | { readonly type: 'fail'; readonly key: string; readonly reason: string }
  /** Tries again at an incident. */
  | { readonly type: 'retry'; readonly key: string }
  /** Takes an activity that stands as an incident for done; somebody has seen to it by other means. */
  | { readonly type: 'skip'; readonly key: string; readonly variables?: Variables }
  | { readonly type: 'message' | 'signal'; readonly name: string; readonly key?: string; readonly variables?: Variables }
  | { readonly type: 'timer'; readonly key: string }
  | { readonly type: 'setVariables'; readonly variables: Variables }
  /**
   * Moves one open step to another of its branch; `reroute` says beforehand whether that is sound. `person` is to get the work, as far as
   * the host can give it to him; with `back` the work comes straight back when it is done, to the person named there.
   */
  | { readonly type: 'reroute'; readonly key: string; readonly to: string; readonly person?: string; readonly back?: { readonly person?: string } }
  | { readonly type: 'cancel'; readonly reason: string };
