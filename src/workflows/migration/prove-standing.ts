import type { FlowModel, FlowProcess, FlowScope } from '../bpmn/flow-model.js';
import { buildNet, type NetQuestion, type StandingTokens } from '../verify/soundness/build-net.js';
import { withExcuses, type FoundTrouble } from '../verify/soundness/excuses.js';
import { exploreNet, type SearchLimits } from '../verify/soundness/explore-net.js';
import { reduceNet } from '../verify/soundness/reduce-net.js';
import { behindManyMeant } from '../verify/soundness/main-question.js';
import type { ExitsOf } from '../verify/soundness/scope-exits.js';
import { reachableFrom, sortSidePaths } from '../verify/soundness/side-paths.js';
import type { Standing, StandingScope } from './standing.js';

export interface StandingProof {
  readonly troubles: readonly FoundTrouble[];
  /** Every element that the case can still come to, in the scopes in which it stands. */
  readonly reached: ReadonlySet<string>;
  /** False when the search met its limit. */
  readonly complete: boolean;
}

export interface StandingContext {
  readonly model: FlowModel;
  readonly process: FlowProcess;
  readonly exitsOf: ExitsOf;
  readonly limits: SearchLimits;
}

/** Plays the token game on from where a case stands: whether it always comes to its end, and nothing is asked twice on the way. */
export function proveStanding(standing: Standing, context: StandingContext): StandingProof {
  return together(standing.map((scope) => proveOneScope(scope, context)));
}

function proveOneScope(standing: StandingScope, context: StandingContext): StandingProof {
  const { process, exitsOf } = context;
  const scope = process.scopes[standing.scope];
  if (scope === undefined || standing.interrupted) return nothingToProve;
  const { alone, joint } = sortSidePaths(process, scope, exitsOf);
  const isSide = sidePlaces(process, scope, { alone, joint }, exitsOf);
  const manyMeant = behindManyMeant(process, scope);
  const main = tokensWhere(standing, process, (place) => !isSide(place));
  const side = tokensWhere(standing, process, isSide);
  const question = { process, scope, exitsOf, joint, roots: [], together: true };
  // Each firing of a side path has tokens of its own, which may lie at the same places.
  const meantOnTheSide = new Set([...manyMeant, ...scope.nodes.filter(isSide)]);
  const now = together([play({ ...question, manyMeant, standing: main }, context), play({ ...question, manyMeant: meantOnTheSide, standing: side }, context)]);
  const later = alone.filter((id) => now.reached.has(process.nodes[id]?.attachedTo ?? ''));
  return together([now, ...later.map((id) => play({ ...question, roots: [id], together: false, manyMeant }, context))]);
}

const nothingToProve: StandingProof = { troubles: [], reached: new Set(), complete: true };

function play(question: NetQuestion, { model, limits }: StandingContext): StandingProof {
  const { standing } = question;
  if (standing !== undefined && standing.nodes.size + standing.flows.size === 0) return nothingToProve;
  const run = exploreNet(reduceNet(buildNet(question)), limits);
  return { troubles: withExcuses(run, question, { model, limits }), reached: run.reached, complete: run.complete };
}

function together(proofs: readonly StandingProof[]): StandingProof {
  return { troubles: proofs.flatMap(({ troubles }) => troubles), reached: new Set(proofs.flatMap(({ reached }) => [...reached])), complete: proofs.every(({ complete }) => complete) };
}

/** Whether a place belongs to the path of a non-interrupting event alone. */
function sidePlaces(process: FlowProcess, scope: FlowScope, { alone, joint }: { alone: readonly string[]; joint: ReadonlySet<string> }, exitsOf: ExitsOf): (place: string) => boolean {
  const main = reachableFrom(process, [...scope.starts, ...joint], exitsOf);
  const side = reachableFrom(process, alone, exitsOf);
  return (place) => {
    const node = process.flows[place]?.target ?? place;
    return side.has(node) && !main.has(node);
  };
}

function tokensWhere({ tokens }: StandingScope, process: FlowProcess, belongs: (place: string) => boolean): StandingTokens {
  const places = Object.entries(tokens).filter(([place]) => belongs(place));
  return { nodes: new Map(places.filter(([place]) => process.nodes[place] !== undefined)), flows: new Map(places.filter(([place]) => process.nodes[place] === undefined)) };
}
