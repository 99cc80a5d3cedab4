/**
 * The graph on which the token game of one scope is proved.
 *
 * An edge is a place that may hold tokens and has exactly one consumer; a node takes tokens from its incoming edges (`join`) and puts
 * tokens on its outgoing ones (`split`). Elements of the diagram hang on nodes and edges, so that a reduced net still knows them:
 * `path` is one way through, in token order; `inside` is everything that is reached whenever the node fires or the edge gets a token.
 */
export interface TokenNet {
  readonly nodes: NetNode[];
  readonly edges: NetEdge[];
  /** The edge on which the first token lies. */
  readonly entry: number;
}

export type Join = 'any' | 'all' | 'inclusive';
/** `some`: any subset that is not empty (see `always` and `fallback`); `sets`: one of the listed sets; `none`: never goes on. */
export type Split = 'one' | 'all' | 'some' | 'sets' | 'none';

export interface NetNode {
  readonly id: number;
  join: Join;
  split: Split;
  in: number[];
  out: number[];
  /** Of `some`: taken alone, when no other edge is. */
  fallback?: number;
  /** Of `some`: taken whatever else is taken. */
  always?: number[];
  sets?: number[][];
  /** `end` keeps its tokens; `cut` empties the scope and ends it. */
  readonly sink?: 'end' | 'cut';
  /** Firing may instead end the whole scope. */
  mayCut: boolean;
  path: string[];
  inside: string[];
  /** The element whose flows go out of here, or that it begins. */
  readonly element?: string;
  /** Conditions, writes or the order of this node are played: it is not fused with others. */
  readonly isFixed: boolean;
  /** It fires only when nothing automatic can. */
  readonly waits: boolean;
  /** Of an end: several tokens are meant (`oa:multiMerge`). */
  readonly manyMeant: boolean;
  removed: boolean;
}

export interface NetEdge {
  readonly id: number;
  /** -1 when nothing produces tokens here. */
  from: number;
  to: number;
  path: string[];
  inside: string[];
  mayCut: boolean;
  manyMeant: boolean;
  /** The sequence flow of the diagram, of an edge that was not fused. */
  readonly flow?: string;
  removed: boolean;
}

export interface NodeShape {
  readonly join?: Join;
  readonly split?: Split;
  readonly sink?: 'end' | 'cut';
  readonly path?: string[];
  readonly element?: string;
  readonly isFixed?: boolean;
  readonly waits?: boolean;
  readonly mayCut?: boolean;
  readonly manyMeant?: boolean;
}

/** Adds a node without edges. */
export function addNode(net: TokenNet, shape: NodeShape = {}): NetNode {
  const path = shape.path ?? [];
  const node: NetNode = {
    id: net.nodes.length,
    join: shape.join ?? 'any',
    split: shape.split ?? 'one',
    in: [],
    out: [],
    mayCut: shape.mayCut ?? false,
    path,
    inside: [...path],
    manyMeant: shape.manyMeant ?? false,
    isFixed: shape.isFixed ?? false,
    waits: shape.waits ?? false,
    removed: false,
    ...(shape.element === undefined ? {} : { element: shape.element }),
    ...(shape.sink === undefined ? {} : { sink: shape.sink }),
  };
  net.nodes.push(node);
  return node;
}

/** Adds an edge; `from` -1 makes one without producer. */
export function addEdge(net: TokenNet, from: number, to: number, options: { flow?: string; manyMeant?: boolean } = {}): NetEdge {
  const edge: NetEdge = { id: net.edges.length, from, to, path: [], inside: [], mayCut: false, manyMeant: options.manyMeant ?? false, removed: false, ...(options.flow === undefined ? {} : { flow: options.flow }) };
  net.edges.push(edge);
  net.nodes[from]?.out.push(edge.id);
  net.nodes[to]?.in.push(edge.id);
  return edge;
}

/** The node of this number; the net never holds a number without node. */
export function nodeOf(net: TokenNet, id: number): NetNode {
  return net.nodes[id] as NetNode;
}

/** The edge of this number. */
export function edgeOf(net: TokenNet, id: number): NetEdge {
  return net.edges[id] as NetEdge;
}
