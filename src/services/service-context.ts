import type { Clock } from '../calendar/clock.js';
import type { Database } from '../persistence/database.js';
import type { FileStore } from '../persistence/file-store.js';
import type { CalendarCatalogue } from './calendar/calendar-catalogue.js';
import type { AutomaticTask } from './automatic-tasks/automatic-task.js';
import type { DecisionCatalogue } from './decision-tables/decision-table-catalogue.js';
import type { FlowCatalogue } from './flows/flow-catalogue.js';
import type { ItemCatalogue } from './items/item-catalogue.js';

/** What every use case may lean on; made once in `start-product.ts`. */
export interface ServiceContext {
  readonly database: Database;
  readonly clock: Clock;
  /** Real time, also where `clock` is a fixed one: sessions, locks and leases live by it, legal days never. */
  readonly wallClock: Clock;
  /** A new identifier, time-ordered so that rows of one time lie together. */
  readonly newId: () => string;
  /** A short code that nobody can guess, for verification and progress lookups. */
  readonly newCode: (length: number) => string;
  readonly files: FileStore;
  readonly calendars: CalendarCatalogue;
  readonly items: ItemCatalogue;
  readonly flows: FlowCatalogue;
  readonly decisions: DecisionCatalogue;
  /** Handlers that service and send tasks of flows may name. */
  readonly automaticTasks: readonly AutomaticTask[];
  readonly settings: { readonly publicUrl: string; readonly dataDir: string; readonly clockIsFixed: boolean };
  /** Tells the dispatcher that something waits in the outbox. */
  readonly wakeOutbox: () => void;
}
