import type { Case } from '../../entities/index.js';
import type { FlowState } from '../../workflows/machine/flow-state.js';

/** Where the flow of a case stands; nothing before it was filed. */
export const flowStateOf = (caseRecord: Pick<Case, 'flowState'>): FlowState | undefined => (caseRecord.flowState === null ? undefined : (JSON.parse(caseRecord.flowState) as FlowState));

/** Names of the messages or signals that the case waits for now, without repetition. */
export function awaitedNames(caseRecord: Pick<Case, 'flowState'>, kind: 'message' | 'signal'): string[] {
  const subscriptions = Object.values(flowStateOf(caseRecord)?.subscriptions ?? {});
  return [...new Set(subscriptions.filter((each) => each.kind === kind).map(({ name }) => name ?? ''))];
}
