import { Department, Flow } from '../../entities/index.js';
import { documentTraits } from '../documents/document-traits.js';
import { stepFormKeys } from '../../forms/form-registry.js';
import type { FlowVocabulary } from '../../workflows/vocabulary.js';
import { roleNames } from '../actor.js';
import type { ServiceContext } from '../service-context.js';

/** The words that a diagram may use in this office: roles, forms, documents, departments, decision tables, handlers, the other published flows, and the limits to keep. */
export async function flowVocabulary(context: ServiceContext): Promise<FlowVocabulary> {
  const { read } = context.database;
  const departments = await read.find(Department);
  return {
    roles: Object.keys(roleNames),
    forms: [...stepFormKeys],
    documents: Object.keys(documentTraits),
    departments: departments.map((department) => department.id),
    decisions: await publishedTables(context),
    handlers: context.automaticTasks.map(({ name }) => name),
    flows: await publishedDiagrams(context),
    stageLimits: stageLimits(context),
    limitWorkdays: context.items.reference.limitWorkdays,
  };
}

async function publishedTables(context: ServiceContext): Promise<string[]> {
  const rows = await context.database.read.query('SELECT DISTINCT tableKey FROM decision_tables ORDER BY tableKey');
  return rows.map((row) => String(row.tableKey));
}

/** The newest published diagram of each flow; where none was published yet, the draft. */
async function publishedDiagrams(context: ServiceContext): Promise<Record<string, string>> {
  const { read } = context.database;
  const drafts = await read.find(Flow);
  const published = await read.query('SELECT v.flowKey, v.xml FROM flow_versions v WHERE v.number = (SELECT MAX(w.number) FROM flow_versions w WHERE w.flowKey = v.flowKey)');
  return { ...Object.fromEntries(drafts.map((flow) => [flow.flowKey, flow.draftXml])), ...Object.fromEntries(published.map((row) => [row.flowKey as string, row.xml as string])) };
}

/** The widest budget of each stage over the project types that have a row of their own for it. */
function stageLimits(context: ServiceContext): Record<string, number> {
  const limits: Record<string, number> = {};
  for (const budget of Object.values(context.items.reference.budgets)) {
    for (const stage of budget?.stages ?? []) {
      if (stage.covers.length !== 1) continue;
      const [code] = stage.covers;
      if (code !== undefined) limits[code] = Math.max(limits[code] ?? 0, stage.workdays);
    }
  }
  return limits;
}

