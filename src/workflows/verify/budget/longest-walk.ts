/** A graph whose edges take days; some edges may be taken only so often. */
export interface WalkGraph {
  readonly starts: readonly string[];
  readonly edges: readonly WalkEdge[];
}

export interface WalkEdge {
  readonly from: string;
  /** Undefined where the walk ends. */
  readonly to?: string;
  readonly days: number;
  /** Edges with the same limit share it. */
  readonly limit?: WalkLimit;
}

export interface WalkLimit {
  readonly id: string;
  readonly times: number;
}

export interface Walk {
  readonly days: number;
  readonly edges: readonly WalkEdge[];
}

export interface LongestWalk {
  readonly walk: Walk;
  /** Circles that no limit bounds and that take time or hold something that waits. */
  readonly unbounded: string[][];
}

/** Beyond so many combinations of remaining repeats the walk is bounded from above instead of built. */
const manyCombinations = 20_000;

/**
 * The longest walk from a start to an end. Without limited edges the graph must be free of circles; circles without limit are told and,
 * for the walk, cut where they close.
 */
export function longestWalk(graph: WalkGraph): LongestWalk {
  const free = graph.edges.filter(({ limit }) => limit === undefined);
  const unbounded = circles(free);
  const open = cutCircles(graph, free, unbounded);
  const limited = graph.edges.filter((edge) => edge.limit !== undefined);
  return { walk: walkWithRepeats(graph.starts, open, limited), unbounded };
}

/** Sets of vertices that lie on a common circle (Tarjan, "Depth-first search and linear graph algorithms", 1972). */
export function circles(edges: readonly WalkEdge[]): string[][] {
  const next = successors(edges);
  const state = new Map<string, { index: number; low: number; open: boolean }>();
  const stack: string[] = [];
  const found: string[][] = [];
  const visit = (root: string): void => {
    const work: { vertex: string; at: number }[] = [{ vertex: root, at: 0 }];
    while (work.length > 0) {
      const frame = work.at(-1) as { vertex: string; at: number };
      const { vertex } = frame;
      if (frame.at === 0) {
        state.set(vertex, { index: state.size, low: state.size, open: true });
        stack.push(vertex);
      }
      const own = state.get(vertex) as { index: number; low: number; open: boolean };
      const targets = next.get(vertex) ?? [];
      const target = targets[frame.at]?.to;
      frame.at += 1;
      if (target !== undefined) {
        const other = state.get(target);
        if (other === undefined) work.push({ vertex: target, at: 0 });
        else if (other.open) own.low = Math.min(own.low, other.index);
        continue;
      }
      if (frame.at <= targets.length) continue;
      work.pop();
      const above = work.at(-1);
      const parent = above && state.get(above.vertex);
      if (parent !== undefined) parent.low = Math.min(parent.low, own.low);
      if (own.low !== own.index) continue;
      const group = stack.splice(stack.indexOf(vertex));
      for (const member of group) (state.get(member) as { open: boolean }).open = false;
      if (group.length > 1 || targets.some(({ to }) => to === vertex)) found.push(group);
    }
  };
  for (const vertex of next.keys()) if (!state.has(vertex)) visit(vertex);
  return found;
}

/** Leaves out the edges with which a circle closes, as a walk from the starts meets them. */
function cutCircles(graph: WalkGraph, edges: readonly WalkEdge[], found: readonly string[][]): WalkEdge[] {
  if (found.length === 0) return [...edges];
  const closing = new Set<WalkEdge>();
  depthFirst(graph.starts, successors(edges), (edge) => closing.add(edge));
  return edges.filter((edge) => !closing.has(edge));
}

function walkWithRepeats(starts: readonly string[], open: readonly WalkEdge[], limited: readonly WalkEdge[]): Walk {
  const order = inOrder(open);
  const outgoing = successors(open);
  const fromStart = spread(starts, order, outgoing);
  const limits = [...new Map(limited.map(({ limit }) => [limit?.id ?? '', limit as WalkLimit])).values()];
  const combinations = limits.reduce((product, { times }) => product * (times + 1), 1);
  const after = new Map(limited.map((edge) => [edge, spread([edge.to ?? ''], order, outgoing)]));
  if (combinations > manyCombinations) return bound(fromStart, limited, after);

  const known = new Map<string, Walk>();
  const best = (here: Spread, key: string, left: Readonly<Record<string, number>>): Walk => {
    const memo = `${key} ${limits.map(({ id }) => left[id]).join()}`;
    const already = known.get(memo);
    if (already !== undefined) return already;
    let winner = here.toEnd;
    for (const edge of limited) {
      const id = edge.limit?.id ?? '';
      const before = here.to.get(edge.from);
      if (before === undefined || (left[id] ?? 0) === 0) continue;
      const rest = best(after.get(edge) as Spread, `${edge.from}>${edge.to}`, { ...left, [id]: (left[id] ?? 0) - 1 });
      if (before.days + edge.days + rest.days > winner.days) winner = { days: before.days + edge.days + rest.days, edges: [...before.edges, edge, ...rest.edges] };
    }
    known.set(memo, winner);
    return winner;
  };
  return best(fromStart, '', Object.fromEntries(limits.map(({ id, times }) => [id, times])));
}

/** Never less than the longest walk: each repeat is taken to cost the longest way back to it. */
function bound(fromStart: Spread, limited: readonly WalkEdge[], after: ReadonlyMap<WalkEdge, Spread>): Walk {
  const extra = limited.reduce((sum, edge) => sum + (edge.limit?.times ?? 0) * (edge.days + Math.max(0, ...limited.map((other) => after.get(edge)?.to.get(other.from)?.days ?? 0))), 0);
  return { days: fromStart.toEnd.days + extra, edges: fromStart.toEnd.edges };
}

interface Spread {
  /** The longest walk to each vertex that can be reached. */
  readonly to: ReadonlyMap<string, Walk>;
  readonly toEnd: Walk;
}

function spread(starts: readonly string[], order: readonly string[], outgoing: ReadonlyMap<string, WalkEdge[]>): Spread {
  const days = new Map<string, number>(starts.map((start) => [start, 0]));
  const last = new Map<string, WalkEdge>();
  let end: { days: number; edge?: WalkEdge } = { days: 0 };
  for (const vertex of order) {
    const soFar = days.get(vertex);
    if (soFar === undefined) continue;
    for (const edge of outgoing.get(vertex) ?? []) {
      const total = soFar + edge.days;
      if (edge.to === undefined) {
        if (end.edge === undefined || total > end.days) end = { days: total, edge };
      } else if (total > (days.get(edge.to) ?? -1)) {
        days.set(edge.to, total);
        last.set(edge.to, edge);
      }
    }
  }
  const back = (vertex: string): WalkEdge[] => {
    const edges: WalkEdge[] = [];
    for (let edge = last.get(vertex); edge !== undefined; edge = last.get(edge.from)) edges.unshift(edge);
    return edges;
  };
  const to = new Map([...days].map(([vertex, total]) => [vertex, { days: total, get edges() { return back(vertex); } }]));
  return { to, toEnd: { days: end.days, edges: end.edge === undefined ? [] : [...back(end.edge.from), end.edge] } };
}

/** Vertices so that every edge leads to a later one. */
function inOrder(edges: readonly WalkEdge[]): string[] {
  return depthFirst([], successors(edges)).reverse();
}

/** The vertices in the order in which a depth-first walk leaves them; `onClosing` is told of the edges that lead back into the walk. */
function depthFirst(starts: readonly string[], next: ReadonlyMap<string, WalkEdge[]>, onClosing?: (edge: WalkEdge) => void): string[] {
  const left: string[] = [];
  const state = new Map<string, 'open' | 'left'>();
  for (const root of [...starts, ...next.keys()]) {
    if (state.has(root)) continue;
    const work = [{ vertex: root, at: 0 }];
    state.set(root, 'open');
    for (let frame = work.at(-1); frame !== undefined; frame = work.at(-1)) {
      const edge = next.get(frame.vertex)?.[frame.at];
      frame.at += 1;
      if (edge === undefined) {
        state.set(frame.vertex, 'left');
        left.push(frame.vertex);
        work.pop();
      } else if (edge.to !== undefined && !state.has(edge.to)) {
        state.set(edge.to, 'open');
        work.push({ vertex: edge.to, at: 0 });
      } else if (edge.to !== undefined && state.get(edge.to) === 'open') onClosing?.(edge);
    }
  }
  return left;
}

function successors(edges: readonly WalkEdge[]): Map<string, WalkEdge[]> {
  const next = new Map<string, WalkEdge[]>();
  for (const edge of edges) {
    const list = next.get(edge.from);
    if (list === undefined) next.set(edge.from, [edge]);
    else list.push(edge);
  }
  return next;
}
