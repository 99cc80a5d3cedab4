import { edgeOf, nodeOf, type NetNode, type TokenNet } from './token-net.js';

/** For one inclusive join: from which edges each of its incoming edges can be reached without passing the join itself. */
export interface InclusiveJoin {
  readonly in: readonly number[];
  readonly reaches: readonly boolean[][];
}

/** Prepares the question that an inclusive join asks of every marking. */
export function prepareInclusiveJoin(net: TokenNet, join: NetNode): InclusiveJoin {
  return { in: join.in, reaches: join.in.map((edge) => edgesThatReach(net, edge, join.id)) };
}

function edgesThatReach(net: TokenNet, target: number, without: number): boolean[] {
  const found = new Array<boolean>(net.edges.length).fill(false);
  const queue = [target];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (found[id]) continue;
    found[id] = true;
    const { from } = edgeOf(net, id);
    if (from >= 0 && from !== without) queue.push(...nodeOf(net, from).in);
  }
  return found;
}

/**
 * Whether an inclusive join may fire (BPMN 2.0 §13.4.3, table 13.3): at least one incoming flow holds a token, and every token that can
 * still reach an empty incoming flow without passing the gateway can also reach one that holds a token.
 */
export function mayJoin(join: InclusiveJoin, tokens: ArrayLike<number>, marked: readonly number[]): boolean {
  if (!join.in.some((edge) => (tokens[edge] ?? 0) > 0)) return false;
  return marked.every((place) => {
    const holds = (index: number): boolean => (tokens[join.in[index] as number] ?? 0) > 0;
    const isAwaited = join.reaches.some((reach, index) => reach[place] && !holds(index));
    return !isAwaited || join.reaches.some((reach, index) => reach[place] && holds(index));
  });
}
