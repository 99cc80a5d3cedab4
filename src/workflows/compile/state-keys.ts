/**
 * Names in a machine definition: a state is called like the element it stands for. A dot would be read by xstate as a path, so it is
 * written as `:`, which no XML id can hold.
 */
export function stateKey(element: string): string {
  return element.replaceAll('.', ':');
}

/** The element of a state. States that stand for something else have a prefix, and no element. */
export function decodeKey(key: string): string {
  return key.replaceAll(':', '.');
}

/** The state in which a token waits that no flow lets go on. */
export function stuckKey(element: string): string {
  return `${stateKey(element)} stuck`;
}

/** The parallel state of an implicit split behind an element that is no gateway. */
export function splitKey(element: string): string {
  return `${stateKey(element)} split`;
}

/** The event that a carrier is sent. */
export function eventName(event: { readonly type: string; readonly node?: string | undefined }): string {
  return event.node === undefined ? event.type : `${event.type} ${stateKey(event.node)}`;
}
