import { callOut, openWork } from './activities.js';
import type { Effect } from './effects.js';
import type { FlowState } from './flow-state.js';
import type { LoadedFlow } from './load-flow.js';
import { newRun, nodeOf } from './run.js';
import { subscribe } from './subscriptions.js';

/**
 * The effect with which the flow once asked the host for what a token waits at – a work item, a called flow, a timer – so that a host
 * that has lost it can make it again. The state stays as it is. Nothing for keys at which no such thing is waited for.
 */
export function askAgain(flow: LoadedFlow, state: FlowState, key: string): Effect | undefined {
  const run = newRun(flow, state, {});
  const act = state.acts[key];
  const subscription = state.subscriptions[key];
  if (act?.kind === 'work') openWork(run, nodeOf(run, act.node), { key, act });
  else if (act?.kind === 'call') callOut(run, nodeOf(run, act.node), key, act);
  else if (subscription !== undefined) {
    const node = nodeOf(run, subscription.node);
    if (node.event !== undefined) subscribe(run, { ...subscription, key, node, event: node.event });
  }
  return run.effects.find((effect) => ['openWorkItem', 'callFlow', 'subscribe'].includes(effect.type) && 'key' in effect && effect.key === key);
}
