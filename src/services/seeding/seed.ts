import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { CalendarYear, Department, Flow, FlowVersion, Organisation, Person } from '../../entities/index.js';
import { DomainError } from '../../errors/domain-error.js';
import { readPrinciples } from '../../catalogue/principles.js';
import { readStageBudgets } from '../../catalogue/stage-budgets.js';
import type { Actor } from '../actor.js';
import { importCalendarYear } from '../calendar/import-calendar-year.js';
import { listTables, publishTable } from '../decision-tables/publish-table.js';
import { publishFlow, saveDraft } from '../flows/design-flows.js';
import { importItemList } from '../items/import-item-list.js';
import type { ReferenceData } from '../items/item-catalogue.js';
import { hashPassword } from '../people/password.js';
import type { ServiceContext } from '../service-context.js';

/** Who did what a first start does by itself. */
const installer: Actor = { id: 'installer', name: '初始数据', username: 'installer', roles: ['admin'], departmentId: null, organisationId: null };

/** Called flows first: a stage is proved together with what it calls. */
const flowsInOrder = ['item-standard', 'item-decision', 'stage-construction-permit'];

export const DEMO_PASSWORD = 'Onestop-2026';

/** Reference data that is read at each start and never stored. Throws REFERENCE_DATA_INVALID with the place of each fault. */
export async function readReferenceData(seedsDir: string): Promise<ReferenceData> {
  const principles = readPrinciples(await readJson(seedsDir, 'reference/principles.json'));
  const { budgets, limitWorkdays } = readStageBudgets(await readJson(seedsDir, 'reference/stage-budgets.json'));
  return { principles, budgets, limitWorkdays };
}

/**
 * Fills what is missing in the database from `seeds/`: departments, calendar, the list of items, flows and – when wanted – the demo accounts.
 * Safe to repeat and to be killed: each part is one unit of work, and what is there is left as it is.
 */
export async function seed(context: ServiceContext, seedsDir: string, options: { demo: boolean }): Promise<void> {
  await seedDepartments(context, seedsDir);
  await seedCalendar(context, seedsDir);
  await context.items.reload();
  if (context.items.isEmpty()) await importItemList(context, installer, await readJson(seedsDir, 'reference/items.json'));
  if (options.demo) await seedAccounts(context, seedsDir);
  await seedDecisionTables(context, seedsDir);
  await seedFlows(context, seedsDir);
}

interface Body {
  id: string;
  zh: string;
  en: string;
  kind: string;
  nameStatus?: string;
}

async function seedDepartments(context: ServiceContext, seedsDir: string): Promise<void> {
  if ((await context.database.read.count(Department)) > 0) return;
  const { departments, receivingBodies } = (await readJson(seedsDir, 'reference/departments.json')) as { departments: Body[]; receivingBodies: Body[] };
  const issuing = (await readJson(seedsDir, 'reference/issuing-bodies.json')) as { default: { reconsiderationBody: string; court: string }; shortNames: Record<string, string> };
  await context.database.inTransaction(async (tx) => {
    for (const body of [...departments, ...receivingBodies]) {
      tx.insert(Department, {
        id: body.id,
        nameZh: body.zh,
        nameEn: body.en,
        shortName: issuing.shortNames[body.id] ?? body.zh.slice(0, 8),
        kind: body.kind,
        nameStatus: body.nameStatus ?? 'to-confirm',
        ...issuing.default,
      });
    }
  });
}

async function seedCalendar(context: ServiceContext, seedsDir: string): Promise<void> {
  const known = new Set((await context.database.read.find(CalendarYear)).map((row) => row.year));
  const files = (await readdir(path.join(seedsDir, 'reference/holidays'))).filter((name) => /^\d{4}\.json$/.test(name)).sort();
  for (const file of files) if (!known.has(Number(file.slice(0, 4)))) await importCalendarYear(context, installer, await readJson(seedsDir, `reference/holidays/${file}`));
  await context.calendars.reload();
}

async function seedAccounts(context: ServiceContext, seedsDir: string): Promise<void> {
  const accounts = (await readJson(seedsDir, 'demo/accounts.json')) as {
    organisations: Organisation[];
    people: { username: string; name: string; roles: string[]; department?: string; organisation?: string }[];
  };
  const known = new Set((await context.database.read.find(Person)).map((person) => person.username));
  const missing = accounts.people.filter((person) => !known.has(person.username));
  if (missing.length === 0) return;
  // One hash for all: the password is published anyway, and a first start should not take seconds for it.
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const organisations = new Set((await context.database.read.find(Organisation)).map((organisation) => organisation.id));
  await context.database.inTransaction(async (tx) => {
    for (const organisation of accounts.organisations) if (!organisations.has(organisation.id)) tx.insert(Organisation, organisation);
    for (const person of missing) {
      tx.insert(Person, {
        id: context.newId(),
        username: person.username,
        name: person.name,
        passwordHash,
        roles: person.roles,
        departmentId: person.department ?? null,
        organisationId: person.organisation ?? null,
        enabled: true,
        failedSignIns: 0,
        lockedUntil: null,
        createdAt: context.clock.now().toISOString(),
      });
    }
  });
}

async function seedDecisionTables(context: ServiceContext, seedsDir: string): Promise<void> {
  const folder = path.join(seedsDir, 'decisions');
  const known = new Set((await listTables(context)).map(({ tableKey }) => tableKey));
  for (const name of (await readdir(folder)).filter((file) => file.endsWith('.dmn')).sort()) {
    const key = name.slice(0, -'.dmn'.length);
    if (!known.has(key)) await publishTable(context, installer, key, { xml: await readFile(path.join(folder, name), 'utf8'), version: 0 });
  }
}

async function seedFlows(context: ServiceContext, seedsDir: string): Promise<void> {
  const { read } = context.database;
  const folder = path.join(seedsDir, 'flows');
  const present = (await readdir(folder)).filter((name) => name.endsWith('.bpmn')).map((name) => name.slice(0, -'.bpmn'.length));
  const ordered = [...flowsInOrder.filter((key) => present.includes(key)), ...present.filter((key) => !flowsInOrder.includes(key)).sort()];
  for (const key of ordered) {
    if (!(await read.findOne(Flow, 'flowKey = ?', [key]))) await saveDraft(context, installer, key, { xml: await readFile(path.join(folder, `${key}.bpmn`), 'utf8'), version: 0 });
    if ((await read.count(FlowVersion, 'flowKey = ?', [key])) === 0) await publishSeed(context, key);
  }
}

async function publishSeed(context: ServiceContext, key: string): Promise<void> {
  try {
    const draft = await context.database.read.findOne(Flow, 'flowKey = ?', [key]);
    await publishFlow(context, installer, key, draft?.draftVersion ?? 1);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const findings = (error.details.findings as { severity: string; message: string }[] | undefined)?.filter((finding) => finding.severity === 'error');
    throw new Error(`The seed flow ${key} cannot be published: ${error.message} ${findings?.map((finding) => finding.message).join('；') ?? ''}`);
  }
}

async function readJson(seedsDir: string, file: string): Promise<unknown> {
  return JSON.parse(await readFile(path.join(seedsDir, file), 'utf8')) as unknown;
}
