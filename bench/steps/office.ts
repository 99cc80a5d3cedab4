import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { pino } from 'pino';
import { readConfig } from '../../src/config.js';
import { Case, Department, Flow, FlowVersion, Organisation, Person, Project } from '../../src/entities/index.js';
import type { Actor } from '../../src/services/actor.js';
import { CaseStep } from '../../src/services/cases/case-step.js';
import { recordStep } from '../../src/services/cases/record-step.js';
import { startProduct, type Product } from '../../src/start-product.js';
import { prepareFlow } from '../../src/workflows/prepare-flow.js';
import { loopFlow } from './loop-flow.js';

export interface BenchOffice {
  product: Product;
  reviewer: Actor;
  /** Opens `count` cases that stand at the first task of a ring of `tasks` tasks. */
  openCases: (count: number, tasks: number) => Promise<string[]>;
  stop: () => Promise<void>;
}

const root = path.resolve(import.meta.dirname, '../..').replace(/\/dist$/, '');

/** The product on the database of `databaseUrl`, with what the benchmarks need. */
export async function openOffice(databaseUrl: string | undefined, poolSize = 33): Promise<BenchOffice> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'onestop-bench-'));
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', DATA_DIR: dataDir, ...(databaseUrl && { DATABASE_URL: databaseUrl }), DATABASE_POOL: String(poolSize) });
  const product = await startProduct({ config, now: () => new Date(), log: pino({ level: 'error' }), seedsDir: path.join(root, 'seeds'), version: 'bench' });
  const person = (await product.services.database.read.findOne(Person, 'username = ?', ['reviewer-zjj'])) as Person;
  const reviewer: Actor = { id: person.id, name: person.name, username: person.username, roles: ['reviewer'], departmentId: person.departmentId, organisationId: null };
  return {
    product,
    reviewer,
    openCases: (count, tasks) => openCases(product, reviewer, count, tasks),
    stop: async () => {
      await product.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

async function openCases({ services }: Product, reviewer: Actor, count: number, tasks: number): Promise<string[]> {
  const versionId = await publishRing(services, tasks);
  const organisation = (await services.database.read.findOne(Organisation, 'kind = ?', ['enterprise'])) as Organisation;
  const department = (await services.database.read.findOne(Department, 'id = ?', [reviewer.departmentId])) as Department;
  const now = services.clock.now().toISOString();
  const projectId = services.newId();
  await services.database.inTransaction(async (tx) =>
    tx.insert(Project, { id: projectId, name: 'bench', projectCode: null, projectType: 'SOCIAL_GENERAL', organisationId: organisation.id, createdBy: reviewer.id, createdAt: now, version: 1 }),
  );
  const ids: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const id = services.newId();
    ids.push(id);
    await services.database.inTransaction(async (tx) => {
      const caseRecord: Case = {
        id, number: `BENCH-${id.slice(-12)}-${index}`, queryCode: 'BENCH', kind: 'item', parentId: null, projectId, organisationId: organisation.id, stage: 'SG', projectType: 'SOCIAL_GENERAL',
        itemCode: 'sg-fire-design', itemCodes: [], itemListVersion: 1, departmentId: department.id, title: '特殊建设工程消防设计审查', status: 'examining', flowVersionId: versionId, pinnedFlows: {}, flowState: null,
        callKey: null, formRevision: 1, lastEventSeq: 0, lastEventHash: '', receivedOn: '2026-03-02', acceptedOn: '2026-03-02', decidedOn: null, submittedAt: now, closedAt: null, dueOn: null, createdBy: reviewer.id, createdAt: now, version: 0,
      } as Case;
      tx.insert(Case, caseRecord);
      const step = new CaseStep(services, tx, reviewer, caseRecord);
      // About what a real item case carries: the item, the kind of project, the stage.
      await recordStep(step, { type: 'start', variables: { item: { code: 'sg-fire-design', name: '特殊建设工程消防设计审查', itemType: 'XK', department: department.id }, projectType: 'SOCIAL_GENERAL', stage: 'SG' } });
    });
  }
  return ids;
}

/** Stores a ring as a published version; unlike a real one it never ends by itself, so it is not sent through the publishing gate. */
async function publishRing(services: Product['services'], tasks: number): Promise<string> {
  const key = `bench-ring-${tasks}`;
  const known = await services.database.read.findOne(FlowVersion, 'flowKey = ?', [key]);
  if (known) return known.id;
  const xml = loopFlow(key, tasks);
  const prepared = await prepareFlow(xml);
  if (!prepared.flow) throw new Error(`The ring does not compile: ${JSON.stringify(prepared.findings)}`);
  const id = services.newId();
  const now = services.clock.now().toISOString();
  await services.database.inTransaction(async (tx) => {
    tx.insert(Flow, { flowKey: key, name: key, draftXml: xml, draftVersion: 1, draftChangedBy: 'bench', draftChangedAt: now });
    tx.insert(FlowVersion, { id, flowKey: key, number: 1, name: key, stage: null, xml, definition: prepared.flow, verdict: {}, hash: '', publishedBy: 'bench', publishedAt: now });
  });
  return id;
}
