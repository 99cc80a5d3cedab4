import type { FlowProcess, FlowScope } from '../../bpmn/flow-model.js';
import { buildNet } from './build-net.js';
import { exploreNet, type DataRules, type SearchLimits } from './explore-net.js';
import { mainQuestion } from './main-question.js';
import { reduceNet } from './reduce-net.js';
import type { ExitsOf } from './scope-exits.js';
import { reachableFrom } from './side-paths.js';

/** Enough for what people draw; beyond it the shape of the diagram decides. */
const enoughMarkings = 2_000;

/**
 * Whether some run of the scope does the one element and comes to the other afterwards. Undefined when that was not decided: the search
 * met its limit, or the scope has faults that make it useless.
 */
export function comesAfter(process: FlowProcess, scope: FlowScope, elements: { one: string; other: string }, context: { exitsOf: ExitsOf; limits: SearchLimits }): boolean | undefined {
  const { one, other } = elements;
  const { question } = mainQuestion(process, scope, context.exitsOf);
  const played = reachableFrom(process, [...scope.starts, ...question.joint], context.exitsOf);
  // A path of its own has its own time, so shape must do.
  if (!played.has(one) || !played.has(other)) return undefined;
  let isMet = false;
  const rules: DataRules = {
    fire: (_net, { element }, memory) => {
      if (element === one) return [{ memory: { isDone: true } }];
      if (element !== other) return undefined;
      isMet ||= memory['isDone'] === true;
      // A cancel end stops everything else.
      return process.nodes[other]?.event?.kind === 'cancel' ? [] : [{ memory }];
    },
  };
  const net = reduceNet(buildNet({ ...question, speaking: new Set([one, other]), keepsOrder: true }));
  const run = exploreNet(net, { ...context.limits, maxStates: Math.min(enoughMarkings, context.limits.maxStates) }, { rules, automaticFirst: true });
  if (isMet) return true;
  return run.complete && run.troubles.every(({ kind }) => kind === 'deadlock') ? false : undefined;
}
