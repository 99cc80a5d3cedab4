import type { AnyStateMachine } from 'xstate';
import type { FlowProcess, NodeKind } from '../bpmn/flow-model.js';
import type { StateConfig } from '../compile/compiled-flow.js';
import { decodeKey, eventName, stateKey, stuckKey } from '../compile/state-keys.js';
import type { Carrier } from './carrier.js';
import { movesOf, transition } from './carrier-machine.js';
import type { StateValue } from './flow-state.js';
import { EndlessLoop } from './token-game.js';

/** A block-structured scope: the state value of nested and parallel xstate states is the marking. */
export function nestedCarrier(machine: AnyStateMachine, graph: FlowProcess, config: StateConfig): Carrier {
  const beforeStart = { value: config.initial ?? '' };
  return {
    initial: beforeStart,
    send(at, event, variables) {
      if (at === null) return { at, moves: [] };
      const value = 'value' in at ? at.value : beforeStart.value;
      const snapshot = machine.resolveState({ value: value as never, context: { variables, tokens: {} } });
      try {
        const [next, actions] = transition(machine, snapshot, { type: eventName(event) } as never);
        return { at: next.status === 'done' ? null : { value: next.value as StateValue }, moves: movesOf(actions) };
      } catch (error) {
        if (error instanceof Error && /infinite loop/i.test(error.message)) throw new EndlessLoop(event.node ?? graph.id);
        throw error;
      }
    },
    jump(at, { node, to }) {
      const value = at !== null && 'value' in at ? moveLeaf(at.value, config, { from: [stateKey(node), stuckKey(node)], to: stateKey(to) }) : undefined;
      return value === undefined ? undefined : { at: { value }, moves: [{ type: 'reach', node: to }] };
    },
    waitingJoins: (at) => (at !== null && 'value' in at ? [...new Set(leaves(at.value).map(decodeKey))].filter((id) => isGateway(graph.nodes[id]?.kind)) : []),
  };
}

/** The state value with another leaf in the place of one, within the same region: what holds one token and no other. */
function moveLeaf(value: StateValue, config: StateConfig | undefined, leaf: { from: readonly string[]; to: string }): StateValue | undefined {
  if (typeof value === 'string') return leaf.from.includes(value) && config?.states?.[leaf.to] !== undefined ? leaf.to : undefined;
  for (const [key, inner] of Object.entries(value)) {
    const moved = inner === undefined ? undefined : moveLeaf(inner, config?.states?.[key], leaf);
    if (moved !== undefined) return { ...value, [key]: moved };
  }
  return undefined;
}

/** A machine at rest stands at a gateway only where a branch waits for the others. */
function isGateway(kind: NodeKind | undefined): boolean {
  return kind === 'parallelGateway' || kind === 'inclusiveGateway';
}

function leaves(value: StateValue): string[] {
  if (typeof value === 'string') return [value];
  return Object.values(value).flatMap((inner) => (inner === undefined ? [] : leaves(inner)));
}
