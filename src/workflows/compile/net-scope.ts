import type { FlowProcess } from '../bpmn/flow-model.js';
import type { MachineConfig } from './compiled-flow.js';

/**
 * Compiles a scope of any shape to one state that plays the token game on the marking in its context. `meta.places` lists where tokens
 * may be, so that a picture can still be lit node by node.
 */
export function netScope(graph: FlowProcess, scopeId: string): MachineConfig {
  const scope = graph.scopes[scopeId];
  return {
    id: scopeId,
    initial: 'net',
    options: { maxIterations: 100 },
    states: { net: { on: { '*': { actions: [{ type: 'fire' }] } }, meta: { places: [...(scope?.nodes ?? []), ...(scope?.flows ?? [])] } } },
  };
}
