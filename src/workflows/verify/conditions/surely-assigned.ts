import type { FlowModel, FlowNode, FlowProcess, FlowScope } from '../../bpmn/flow-model.js';
import { assignedBy } from './assignments.js';

type Names = ReadonlySet<string>;

/** For each node that can be reached: the variables that are assigned on every way to it. */
export function surelyAssigned(model: FlowModel, process: FlowProcess): Map<string, Names> {
  const analysis = new Analysis(model, process, new Set([process.id]));
  analysis.scope(process.id, new Set());
  return analysis.before;
}

/** Forward must-analysis: alternatives keep what both have, parallel branches bring together what each has. */
class Analysis {
  readonly before = new Map<string, Names>();

  constructor(
    private readonly model: FlowModel,
    private readonly process: FlowProcess,
    private readonly calling: ReadonlySet<string>,
  ) {}

  /** Gives what is assigned when the scope has ended. */
  scope(id: string, given: Names): Names {
    const scope = this.process.scopes[id];
    if (scope === undefined) return given;
    const after = new Map<string, Names>();
    const arrived = new Map<string, Names>();
    const queue = [...scope.starts];
    for (const start of scope.starts) arrived.set(`start ${start}`, given);
    let steps = 0;
    const mostSteps = 50 * (scope.nodes.length + scope.flows.length + 1);
    for (let node = this.process.nodes[queue.shift() ?? '']; node !== undefined && steps < mostSteps; node = this.process.nodes[queue.shift() ?? '']) {
      steps += 1;
      const before = this.meet(node, arrived);
      const known = this.before.get(node.id);
      if (known !== undefined && sameNames(known, before) && after.has(node.id)) continue;
      this.before.set(node.id, before);
      const done = this.after(node, before);
      after.set(node.id, done);
      for (const flow of node.outgoing) {
        arrived.set(flow, done);
        queue.push(this.process.flows[flow]?.target ?? '');
      }
      for (const boundary of node.boundary) {
        arrived.set(`start ${boundary}`, before);
        queue.push(boundary);
      }
    }
    for (const handler of scope.eventSubProcesses) this.scope(handler, given);
    return this.atEnd(scope, after) ?? given;
  }

  private meet(node: FlowNode, arrived: ReadonlyMap<string, Names>): Names {
    const sets = [`start ${node.id}`, ...node.incoming].map((from) => arrived.get(from)).filter((names) => names !== undefined);
    return node.kind === 'parallelGateway' ? union(sets) : intersection(sets);
  }

  private after(node: FlowNode, before: Names): Names {
    const inner = this.process.scopes[node.id] === undefined ? before : this.scope(node.id, this.withElement(node, before));
    return union([before, inner, this.called(node), new Set(assignedBy(node))]);
  }

  private withElement({ loop }: FlowNode, before: Names): Names {
    return loop?.kind === 'multi' && loop.elementVariable !== undefined ? union([before, new Set([loop.elementVariable])]) : before;
  }

  private called(node: FlowNode): Names {
    const process = this.model.processes.find(({ id }) => id === node.calledElement);
    if (process === undefined || this.calling.has(process.id)) return new Set();
    return new Analysis(this.model, process, new Set([...this.calling, process.id])).scope(process.id, new Set());
  }

  /** Ends of parallel branches are all reached, ends of alternatives one of them. */
  private atEnd(scope: FlowScope, after: ReadonlyMap<string, Names>): Names | undefined {
    const ends = scope.nodes.map((id) => this.process.nodes[id]).filter((node) => node !== undefined).filter((node) => node.outgoing.length === 0 && after.has(node.id) && node.event?.kind !== 'error');
    if (ends.length === 0) return undefined;
    const sets = ends.map(({ id }) => after.get(id) as Names);
    const isParallel = scope.nodes.some((id) => this.process.nodes[id]?.kind === 'parallelGateway');
    return isParallel ? union(sets) : intersection(sets);
  }
}

function union(sets: readonly Names[]): Names {
  return sets.length === 1 ? (sets[0] as Names) : new Set(sets.flatMap((names) => [...names]));
}

function intersection(sets: readonly Names[]): Names {
  const [first, ...others] = sets;
  if (first === undefined || others.length === 0) return first ?? new Set();
  return new Set([...first].filter((name) => others.every((names) => names.has(name))));
}

function sameNames(left: Names, right: Names): boolean {
  return left.size === right.size && [...left].every((name) => right.has(name));
}
