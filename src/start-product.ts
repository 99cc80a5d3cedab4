import { mkdir, readdir, unlink } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { createServer, type Server } from 'node:http';
import type { Express } from 'express';
import type { Logger } from 'pino';
import { createApp } from './api/app.js';
import { Authenticator } from './api/middleware/authenticate.js';
import { plainDateOf } from './calendar/plain-date.js';
import type { Clock } from './calendar/clock.js';
import type { Config } from './config.js';
import { Database } from './persistence/database.js';
import { FileStore } from './persistence/file-store.js';
import { CalendarCatalogue } from './services/calendar/calendar-catalogue.js';
import { DocumentWorkshop } from './services/documents/document-workshop.js';
import { renderIssuedDocument, sealIssuedDocument } from './services/documents/make-issued-document.js';
import type { AutomaticTask } from './services/automatic-tasks/automatic-task.js';
import { runAutomaticTask } from './services/automatic-tasks/run-automatic-task.js';
import { officeTasks } from './services/automatic-tasks/task-registry.js';
import { DecisionCatalogue } from './services/decision-tables/decision-table-catalogue.js';
import { FlowCatalogue } from './services/flows/flow-catalogue.js';
import { ItemCatalogue } from './services/items/item-catalogue.js';
import { newCode, newIdAt } from './services/new-id.js';
import { deliverMessageTo, deliverThrownMessage } from './services/messages/deliver-message.js';
import { OutboxDispatcher } from './services/outbox/dispatch-outbox.js';
import { deliverSignal } from './services/signals/send-signal.js';
import { findActor } from './services/people/sign-in.js';
import { readReferenceData, seed } from './services/seeding/seed.js';
import { watchOffice } from './services/invariants/watch-office.js';
import { expireTimeLimits } from './services/time-limits/expire-time-limits.js';
import { recomputeDueDates } from './services/time-limits/recompute-due-dates.js';
import { TimeKeeper } from './services/time-limits/keep-time.js';
import type { ServiceContext } from './services/service-context.js';

export interface ProductOptions {
  config: Config;
  /** The real time, asked for nowhere else. */
  now: () => Date;
  log: Logger;
  /** Folder of the seed data. */
  seedsDir: string;
  version: string;
  serveWeb?: (app: Express) => void;
  /** Handlers for service tasks beside the office's own, e.g. of a neighbouring system. */
  automaticTasks?: readonly AutomaticTask[];
}

/** A running product. */
export interface Product {
  readonly url: string;
  readonly services: ServiceContext;
  readonly app: Express;
  /** Carries out all that waits in the outbox; for tests. */
  readonly settle: () => Promise<void>;
  /** Stops in the reverse order of starting: no new request, running ones end, then outbox, threads, database. */
  readonly stop: () => Promise<void>;
}

/** Wires everything once: database, services, outbox, HTTP. Throws when the database cannot be opened or the port is taken. */
export async function startProduct({ config, now, log, seedsDir, version, serveWeb, automaticTasks = [] }: ProductOptions): Promise<Product> {
  await mkdir(config.dataDir, { recursive: true });
  const database = await Database.open(config.databaseUrl, { poolSize: config.poolSize });
  const clock = movableClock(config.fixedClock, now);
  const decisions = new DecisionCatalogue(database);
  let dispatcher: OutboxDispatcher | undefined;
  const services: ServiceContext = {
    database,
    clock,
    wallClock: { now },
    newId: () => newIdAt(now()),
    newCode,
    files: new FileStore(path.join(config.dataDir, 'files')),
    calendars: new CalendarCatalogue(database),
    items: new ItemCatalogue(database, await readReferenceData(seedsDir)),
    flows: new FlowCatalogue(database, decisions),
    decisions,
    automaticTasks: [...officeTasks, ...automaticTasks],
    settings: { publicUrl: config.publicUrl, dataDir: config.dataDir, clockIsFixed: config.fixedClock !== undefined },
    wakeOutbox: () => dispatcher?.wake(),
  };
  const workshop = new DocumentWorkshop();
  try {
    await seed(services, seedsDir, { demo: config.seedDemo });
    dispatcher = new OutboxDispatcher(services, { renderDocument: renderIssuedDocument(workshop), sealDocument: sealIssuedDocument(workshop), recomputeDueDates, deliverMessage: deliverThrownMessage, deliverMessageTo, deliverSignal, runTask: runAutomaticTask }, now, (error, message) => log.error({ err: error, topic: message.topic, subject: message.subject, attempts: message.attempts }, 'outbox'));
    const uploadDir = path.join(config.dataDir, 'uploads');
    await emptyFolder(uploadDir);
    const authenticator = new Authenticator((token) => findActor(services, token));
    const app = createApp({ services, authenticator, secureCookies: config.publicUrl.startsWith('https:'), uploadDir, ...(clock.move && { setClock: clock.move }) }, { log, version, ...(serveWeb && { serveWeb }), signInsPerMinute: config.production ? 20 : 600 });
    const server = createServer(app);
    await listen(server, config);
    dispatcher.start();
    let flaggedOn = '';
    const keepTime = async (): Promise<void> => {
      const flags = flaggedOn !== plainDateOf(clock.now());
      flaggedOn = (await expireTimeLimits(services, { flags })).today;
    };
    const keeper = new TimeKeeper(keepTime, (error) => log.error({ err: error }, 'time limits'));
    // A fixed clock stands still: what falls due there falls due when it is moved.
    if (!services.settings.clockIsFixed) keeper.start();
    const checkOffice = async (): Promise<void> => {
      for (const finding of (await watchOffice(services))?.findings ?? []) log.warn({ finding }, 'invariant');
    };
    const inspector = new TimeKeeper(checkOffice, (error) => log.error({ err: error }, 'invariants'));
    if (!services.settings.clockIsFixed) inspector.start(3_600_000);
    const running = dispatcher;
    const address = server.address() as AddressInfo;
    return {
      url: `http://localhost:${address.port}`,
      services,
      app,
      settle: () => running.settle(),
      stop: async () => {
        await close(server);
        await inspector.stop();
        await keeper.stop();
        await running.stop();
        await workshop.stop();
        await database.close();
      },
    };
  } catch (error) {
    await workshop.stop();
    await database.close();
    throw error;
  }
}

/** The real clock; or one that stands still until it is moved, for tests and demonstrations. */
function movableClock(fixed: Date | undefined, now: () => Date): Clock & { move?: (instant: Date) => void } {
  if (!fixed) return { now };
  let instant = fixed;
  return {
    now: () => instant,
    move: (next) => {
      instant = next;
    },
  };
}

/** What a killed process left half uploaded is nobody's. */
async function emptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const name of await readdir(folder)) await unlink(path.join(folder, name)).catch(() => undefined);
}

function listen(server: Server, { port, host }: Config): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeIdleConnections();
  const impatient = setTimeout(() => server.closeAllConnections(), 5_000);
  await closed;
  clearTimeout(impatient);
}

