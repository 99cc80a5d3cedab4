import { beginActivity } from './activities.js';
import type { FlowInput } from './input.js';
import { jumpToken } from './move-token.js';
import { removeAct, type Run } from './run.js';

type Reroute = Extract<FlowInput, { type: 'reroute' }>;

/** Takes one open step away and puts its token to work at another of the same branch. False, and nothing done, where that cannot be. */
export function rerouteAct(run: Run, { key, to, person, back }: Reroute): boolean {
  const act = run.draft.acts[key];
  const target = run.flow.graph.nodes[to];
  if (act === undefined || !isMovable(act.kind) || act.owner !== undefined || target === undefined || target.scope !== run.draft.scopes[act.scope]?.scope) return false;
  const backTo = back === undefined ? undefined : [...(act.backTo ?? []), { node: act.node, ...back }];
  const begin = (node: typeof target): void => beginActivity(run, node, { scope: act.scope, ...(backTo && { backTo }), ...(person !== undefined && { person }) });
  // The token is taken first: an inclusive join that waited for it is looked at only once it stands at its new place.
  if (!jumpToken(run, act.scope, { from: act.node, to, begin })) return false;
  removeAct(run, key, 'interrupted');
  return true;
}

/** Work of people and what stands still; a running call or sub-process is moved inside itself. */
const isMovable = (kind: string): boolean => kind === 'work' || kind === 'incident';
