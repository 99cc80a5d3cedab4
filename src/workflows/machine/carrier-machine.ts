import { enqueueActions, initialTransition, setup, transition, type AnyStateMachine, type AnyStateNode, type EventObject } from 'xstate';
import { byId } from '../bpmn/by-id.js';
import type { MachineConfig } from '../compile/compiled-flow.js';
import { holds } from '../feel/evaluate-feel.js';
import type { CarrierEvent } from './carrier.js';
import type { Variables } from './input.js';
import { play, type Marking, type Move, type Net } from './token-game.js';

/** What a carrier machine knows while it steps. Only the marking outlives the step, in our own state. */
export interface CarrierContext {
  readonly variables: Variables;
  readonly tokens: Marking;
}

/**
 * Makes the xstate machine of a scope from its stored definition.
 *
 * The closed list of what a definition may name: the guards `condition`, `anyOf` and `noneOf` (FEEL texts over the variables) and the actions `reach`, `pass`,
 * `stop` (told to the engine, which does the work) and `fire` (plays the marking in the context by the rules of the token game).
 */
export function carrierMachine(config: MachineConfig, net: Net): AnyStateMachine {
  const closedList = setup({
    types: { context: {} as CarrierContext, events: {} as EventObject & Partial<CarrierEvent> },
    guards: {
      condition: ({ context }, params: { flow: string; feel: string }) => holds(params.feel, context.variables),
      anyOf: ({ context }, params: { feel: string[] }) => params.feel.some((feel) => holds(feel, context.variables)),
      noneOf: ({ context }, params: { feel: string[] }) => !params.feel.some((feel) => holds(feel, context.variables)),
    },
    actions: {
      reach: (_, _params: { node: string }) => undefined,
      pass: (_, _params: { node: string }) => undefined,
      stop: (_, _params: { node: string }) => undefined,
      fire: enqueueActions(({ context, event, enqueue }) => {
        const tokens = byId(context.tokens);
        const moves = play(net, tokens, event as unknown as CarrierEvent, context.variables);
        enqueue.assign({ tokens });
        for (const { type, node } of moves) enqueue({ type, params: { node } } as never);
      }),
    },
  });
  const machine = closedList.createMachine(config as never) as unknown as AnyStateMachine;
  keepFinalStatesInSight(machine.root);
  return machine;
}

/**
 * At every step xstate looks through all children of a state for a final one, which makes a step dearer the more steps a flow has. The others
 * are found by their names alone, so they move behind the final ones, onto the prototype: a step costs as much in a flow of two hundred steps
 * as in one of ten.
 */
function keepFinalStatesInSight(state: AnyStateNode): void {
  const all = state.states;
  for (const child of Object.values(all)) keepFinalStatesInSight(child);
  if (state.type !== 'compound') return;
  const finals = Object.entries(all).filter(([, child]) => child.type === 'final' || child.type === 'history');
  state.states = Object.assign(Object.create(all) as typeof all, Object.fromEntries(finals));
}

/** The moves that a step of the machine told. */
export function movesOf(actions: readonly { type: string; params?: unknown }[]): Move[] {
  return actions.filter(({ type }) => type === 'reach' || type === 'pass' || type === 'stop').map(({ type, params }) => ({ type: type as Move['type'], node: (params as { node: string }).node }));
}

export { initialTransition, transition };
