import { LRUCache } from 'lru-cache';
import { FlowVersion } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import type { Database } from '../../persistence/database.js';
import { pinOf, type DecisionCatalogue } from '../decision-tables/decision-table-catalogue.js';
import { loadFlow, type LoadedFlow } from '../../workflows/machine/load-flow.js';
import type { CompiledFlow } from '../../workflows/compile/compiled-flow.js';

const KEPT_FLOWS = 200;

/** The published flows: which version new cases take, and the loaded machine of any version that a running case is pinned to. */
export class FlowCatalogue {
  private readonly loaded = new LRUCache<string, LoadedFlow>({ max: KEPT_FLOWS });
  private readonly versions = new LRUCache<string, FlowVersion>({ max: KEPT_FLOWS });

  constructor(
    private readonly database: Database,
    private readonly decisions: DecisionCatalogue,
  ) {}

  /** The newest published version of a flow, if there is one. */
  findCurrent(flowKey: string): Promise<FlowVersion | undefined> {
    return this.database.read.findOne(FlowVersion, 'flowKey = ? ORDER BY number DESC', [flowKey]);
  }

  /** The newest published version. Throws FLOW_NOT_FOUND. */
  async getCurrent(flowKey: string): Promise<FlowVersion> {
    const version = await this.findCurrent(flowKey);
    if (!version) throw new DomainError('FLOW_NOT_FOUND', { key: flowKey });
    return version;
  }

  /** The flow in force for a stage: of the flows drawn for it the one published last. Throws NO_FLOW_FOR_STAGE. */
  async getCurrentForStage(stage: string): Promise<FlowVersion> {
    const version = await this.database.read.findOne(FlowVersion, 'stage = ? ORDER BY publishedAt DESC, number DESC', [stage]);
    if (!version) throw new DomainError('NO_FLOW_FOR_STAGE', { stage });
    return version;
  }

  /** The versions in force of every flow that this one calls, and of those that they call, by key; and of the decision tables that all of them ask. */
  async pinCalledFlows(version: FlowVersion, pinned: Record<string, string> = {}): Promise<Record<string, string>> {
    for (const { oa } of Object.values((version.definition as CompiledFlow).graph.nodes)) {
      const table = oa.decision === undefined ? undefined : await this.decisions.findCurrent(oa.decision);
      if (table) pinned[pinOf(table.tableKey)] = table.id;
    }
    for (const step of Object.values((version.definition as CompiledFlow).steps)) {
      if (step.calls === undefined || pinned[step.calls]) continue;
      const called = await this.getCurrent(step.calls);
      pinned[step.calls] = called.id;
      await this.pinCalledFlows(called, pinned);
    }
    return pinned;
  }

  /** A published version by its id; versions never change, so they are kept. */
  async getVersion(id: string): Promise<FlowVersion> {
    const known = this.versions.get(id) ?? (await this.database.read.findOne(FlowVersion, 'id = ?', [id]));
    if (!known) throw new DomainError('FLOW_NOT_FOUND', { key: id });
    this.versions.set(id, known);
    return known;
  }

  /** The machine of a published version, ready to step. */
  async loadVersion(id: string): Promise<LoadedFlow> {
    const known = this.loaded.get(id);
    if (known) return known;
    const flow = loadFlow((await this.getVersion(id)).definition as CompiledFlow);
    this.loaded.set(id, flow);
    return flow;
  }
}
