import type { AnyStateMachine } from 'xstate';
import type { Carrier } from './carrier.js';
import { movesOf, transition, type CarrierContext } from './carrier-machine.js';
import { waitingJoins, type Net } from './token-game.js';

/** A scope whose concurrency has no nested form: one xstate state with the marking in its context. */
export function netCarrier(machine: AnyStateMachine, net: Net): Carrier {
  const send: Carrier['send'] = (at, event, variables) => {
    const tokens = at !== null && 'tokens' in at ? at.tokens : {};
    const snapshot = machine.resolveState({ value: 'net', context: { variables, tokens } });
    const [next, actions] = transition(machine, snapshot, event as never);
    const after = (next.context as CarrierContext).tokens;
    return { at: Object.keys(after).length === 0 ? null : { tokens: after }, moves: movesOf(actions) };
  };
  return {
    initial: { tokens: {} },
    send,
    jump(at, { node, to }, variables) {
      const tokens = at !== null && 'tokens' in at ? at.tokens : {};
      const isFree = node === to || (tokens[to] ?? 0) === 0;
      return (tokens[node] ?? 0) > 0 && isFree ? send(at, { type: 'jump', node, to }, variables) : undefined;
    },
    waitingJoins: (at) => (at !== null && 'tokens' in at ? waitingJoins(net, at.tokens) : []),
  };
}
