import { edgeOf, nodeOf, type NetEdge, type NetNode, type TokenNet } from './token-net.js';

/**
 * Shrinks a net (which is used up) without changing what can go wrong in it, so that only its unstructured rest has to be searched.
 *
 * The rules are those of Murata ("Petri nets: properties, analysis and applications", 1989) read for edges with one consumer: series of
 * places and of nodes, parallel edges, self-loops, and the flattening of choices. Each keeps deadlocks, endless loops, second tokens
 * and the elements that can be reached; what is fused away stays in `path` and `inside`.
 */
export function reduceNet(net: TokenNet): TokenNet {
  dropUnreachable(net);
  const waiting = new Set(net.nodes.filter((node) => !node.removed).map(({ id }) => id));
  for (const id of waiting) {
    waiting.delete(id);
    const node = nodeOf(net, id);
    if (node.removed) continue;
    for (const touched of applyRules(net, node)) waiting.add(touched);
  }
  return renumber(net);
}

/** The same net without what was removed, so that a marking is short. */
function renumber(net: TokenNet): TokenNet {
  const nodes = net.nodes.filter(({ removed }) => !removed);
  const edges = net.edges.filter(({ removed }) => !removed);
  const nodeNumber = new Map(nodes.map(({ id }, index) => [id, index]));
  const edgeNumber = new Map(edges.map(({ id }, index) => [id, index]));
  const ofEdges = (ids: readonly number[]): number[] => ids.map((id) => edgeNumber.get(id) ?? -1).filter((id) => id >= 0);
  return {
    nodes: nodes.map((node, id) => ({
      ...node,
      id,
      in: ofEdges(node.in),
      out: ofEdges(node.out),
      ...(node.fallback === undefined ? {} : { fallback: edgeNumber.get(node.fallback) ?? -1 }),
      ...(node.always === undefined ? {} : { always: ofEdges(node.always) }),
      ...(node.sets === undefined ? {} : { sets: node.sets.map(ofEdges) }),
    })),
    edges: edges.map((edge, id) => ({ ...edge, id, from: nodeNumber.get(edge.from) ?? -1, to: nodeNumber.get(edge.to) ?? -1 })),
    entry: edgeNumber.get(net.entry) ?? 0,
  };
}

type Rule = (net: TokenNet, node: NetNode) => number[] | undefined;

/** Applies the first rule that fits and names the nodes to look at again. */
function applyRules(net: TokenNet, node: NetNode): number[] {
  if (node.isFixed) return [];
  for (const rule of rules) {
    const touched = rule(net, node);
    if (touched !== undefined) return touched;
  }
  return [];
}

/** What no token can ever reach, by shape alone. An edge from there into a join stays: the join waits for it. */
function dropUnreachable(net: TokenNet): void {
  const reached = new Set<number>();
  const queue = [edgeOf(net, net.entry).to];
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    for (const edge of nodeOf(net, id).out) queue.push(edgeOf(net, edge).to);
  }
  for (const node of net.nodes) {
    if (!reached.has(node.id)) node.removed = true;
  }
  for (const edge of net.edges) {
    if (edge.from < 0 || !nodeOf(net, edge.from).removed) continue;
    const target = nodeOf(net, edge.to);
    if (!target.removed && target.join === 'all') edge.from = -1;
    else removeEdge(net, edge);
  }
}

/** A place before a node that only passes tokens on is the place behind it. */
function fuseEdges(net: TokenNet, node: NetNode): number[] | undefined {
  if (node.sink !== undefined || node.in.length !== 1 || node.out.length !== 1 || node.split === 'sets' || node.split === 'none') return undefined;
  const [before, after] = [edgeOf(net, node.in[0] as number), edgeOf(net, node.out[0] as number)];
  if (before === after) return undefined;
  before.path.push(...node.path, ...after.path);
  before.inside.push(...node.inside, ...after.inside);
  before.mayCut ||= node.mayCut || after.mayCut;
  before.manyMeant &&= after.manyMeant;
  before.to = after.to;
  const target = nodeOf(net, after.to);
  target.in = target.in.map((id) => (id === after.id ? before.id : id));
  after.removed = true;
  node.removed = true;
  return [before.from, before.to].filter((id) => id >= 0);
}

/** Two nodes with nothing but one place between them fire as one. */
function fuseNodes(net: TokenNet, node: NetNode): number[] | undefined {
  if (node.sink !== undefined || node.out.length !== 1 || node.split === 'sets' || node.split === 'none') return undefined;
  const between = edgeOf(net, node.out[0] as number);
  const next = nodeOf(net, between.to);
  if (next === node || next.isFixed || next.in.length !== 1 || next.sink !== undefined || between.manyMeant) return undefined;
  node.path.push(...between.path, ...next.path);
  node.inside.push(...between.inside, ...next.inside);
  node.mayCut ||= between.mayCut || next.mayCut;
  takeSplit(net, node, next);
  between.removed = true;
  next.removed = true;
  return around(net, node);
}

/** A choice that leads to nothing but another choice is one choice. */
function flattenChoice(net: TokenNet, node: NetNode): number[] | undefined {
  if (!isFreeChoice(node) || node.out.length < 2) return undefined;
  for (const id of node.out) {
    const edge = edgeOf(net, id);
    const next = nodeOf(net, edge.to);
    if (next === node || next.isFixed || next.sink !== undefined || next.in.length !== 1 || next.split !== node.split || next.out.length < 2 || !isFreeChoice(next)) continue;
    node.inside.push(...edge.inside, ...next.inside);
    for (const out of next.out) {
      const further = edgeOf(net, out);
      further.from = node.id;
      further.path.unshift(...edge.path, ...next.path);
      further.mayCut ||= edge.mayCut || next.mayCut;
    }
    node.out = node.out.flatMap((out) => (out === id ? next.out : [out]));
    edge.removed = true;
    next.removed = true;
    return around(net, node);
  }
  return undefined;
}

/** A merge that leads to nothing but another merge is one merge. */
function flattenMerge(net: TokenNet, node: NetNode): number[] | undefined {
  if (node.sink !== undefined || node.join !== 'any' || node.in.length < 2 || node.out.length !== 1 || node.split === 'sets' || node.split === 'none') return undefined;
  const edge = edgeOf(net, node.out[0] as number);
  const next = nodeOf(net, edge.to);
  if (next === node || next.isFixed || next.join !== 'any' || next.sink === 'cut' || edge.manyMeant) return undefined;
  for (const id of node.in) {
    const before = edgeOf(net, id);
    before.path.push(...node.path, ...edge.path);
    before.inside.push(...node.inside, ...edge.inside);
    before.mayCut ||= node.mayCut || edge.mayCut;
    before.to = next.id;
  }
  next.in = next.in.flatMap((id) => (id === edge.id ? node.in : [id]));
  edge.removed = true;
  node.removed = true;
  return around(net, next);
}

/** Two ways from a split to the same join that always come as one. */
function fuseParallel(net: TokenNet, node: NetNode): number[] | undefined {
  if (node.split === 'sets' || node.split === 'none' || node.out.length < 2) return undefined;
  const byTarget = new Map<number, number>();
  for (const id of node.out) {
    const edge = edgeOf(net, id);
    const other = byTarget.get(edge.to);
    if (other === undefined) byTarget.set(edge.to, id);
    else if (comeAsOne(node, nodeOf(net, edge.to)) && !isAlways(node, id) && !isAlways(node, other)) return mergeEdges(net, node, edgeOf(net, other), edge);
  }
  return undefined;
}

function comeAsOne(split: NetNode, join: NetNode): boolean {
  switch (split.split) {
    case 'one':
      return join.join !== 'all';
    case 'all':
      return join.sink === 'cut' || (join.sink === undefined && join.join !== 'any');
    default:
      return join.sink === 'cut' || (join.sink === undefined && join.join === 'inclusive');
  }
}

function mergeEdges(net: TokenNet, node: NetNode, kept: NetEdge, dropped: NetEdge): number[] {
  if (node.split === 'all') kept.path.push(...dropped.path);
  else if (dropped.path.length < kept.path.length) kept.path = dropped.path;
  kept.inside.push(...dropped.inside);
  kept.mayCut ||= dropped.mayCut;
  kept.manyMeant &&= dropped.manyMeant;
  if (node.fallback === kept.id || node.fallback === dropped.id) delete node.fallback;
  removeEdge(net, dropped);
  return [node.id, kept.to];
}

/** A loop that a choice may leave: whoever goes round can come out again. */
function dropSelfLoop(net: TokenNet, node: NetNode): number[] | undefined {
  if (node.join !== 'any' || node.split !== 'one' || node.out.length < 2 || node.in.length < 2) return undefined;
  const loop = node.out.map((id) => edgeOf(net, id)).find((edge) => edge.to === node.id);
  if (loop === undefined) return undefined;
  node.inside.push(...loop.inside);
  node.mayCut ||= loop.mayCut;
  removeEdge(net, loop);
  return around(net, node);
}

/**
 * One of several ways out ends the whole scope: remembered at the choice. Not on a loop: there the choice may come again while the token of its
 * first round is still on its way to the end.
 */
function absorbCut(net: TokenNet, node: NetNode): number[] | undefined {
  if (node.split !== 'one' || node.out.length < 2) return undefined;
  const cut = node.out.map((id) => edgeOf(net, id)).find((edge) => nodeOf(net, edge.to).sink === 'cut');
  if (cut === undefined || comesBack(net, node)) return undefined;
  node.inside.push(...cut.inside, ...nodeOf(net, cut.to).inside);
  node.mayCut = true;
  removeEdge(net, cut);
  return around(net, node);
}

/** Whether a token that leaves the node can come to it again. */
function comesBack(net: TokenNet, node: NetNode): boolean {
  const seen = new Set<number>();
  const queue = node.out.map((id) => edgeOf(net, id).to);
  for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
    if (id === node.id) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    for (const edge of nodeOf(net, id).out) queue.push(edgeOf(net, edge).to);
  }
  return false;
}

/** Different ends of one choice are one end: only one of them is reached. */
function mergeEnds(net: TokenNet, node: NetNode): number[] | undefined {
  if (node.split !== 'one' || node.out.length < 2) return undefined;
  const own = node.out.map((id) => edgeOf(net, id)).filter((edge) => isOwnEnd(nodeOf(net, edge.to)));
  const [first, second] = own;
  if (first === undefined || second === undefined) return undefined;
  const end = nodeOf(net, second.to);
  first.inside.push(...second.inside, ...end.inside);
  first.mayCut ||= second.mayCut;
  removeEdge(net, second);
  end.removed = true;
  return around(net, node);
}

const rules: readonly Rule[] = [fuseEdges, fuseNodes, dropSelfLoop, fuseParallel, absorbCut, mergeEnds, flattenChoice, flattenMerge];

function isOwnEnd(node: NetNode): boolean {
  return node.sink === 'end' && node.in.length === 1 && !node.manyMeant;
}

function isAlways(node: NetNode, edge: number): boolean {
  return node.always?.includes(edge) ?? false;
}

function isFreeChoice(node: NetNode): boolean {
  if (node.split === 'some') return node.fallback === undefined && (node.always ?? []).length === 0;
  return node.split === 'one' || node.split === 'all';
}

function takeSplit(net: TokenNet, node: NetNode, from: NetNode): void {
  node.split = from.split;
  node.out = from.out;
  delete node.fallback;
  delete node.always;
  if (from.fallback !== undefined) node.fallback = from.fallback;
  if (from.always !== undefined) node.always = from.always;
  if (from.sets !== undefined) node.sets = from.sets;
  for (const id of node.out) edgeOf(net, id).from = node.id;
}

function removeEdge(net: TokenNet, edge: NetEdge): void {
  edge.removed = true;
  const source = net.nodes[edge.from];
  if (source !== undefined) source.out = source.out.filter((id) => id !== edge.id);
  const target = nodeOf(net, edge.to);
  target.in = target.in.filter((id) => id !== edge.id);
}

function around(net: TokenNet, node: NetNode): number[] {
  const neighbours = [...node.in.map((id) => edgeOf(net, id).from), ...node.out.map((id) => edgeOf(net, id).to)];
  return [node.id, ...neighbours.filter((id) => id >= 0)];
}
