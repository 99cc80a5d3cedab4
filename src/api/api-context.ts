import type { ServiceContext } from '../services/service-context.js';
import type { Authenticator } from './middleware/authenticate.js';

/** What the route files lean on. */
export interface ApiContext {
  readonly services: ServiceContext;
  readonly authenticator: Authenticator;
  readonly secureCookies: boolean;
  /** Folder for files that are being uploaded. */
  readonly uploadDir: string;
  /** Moves the clock; only where it is a fixed one. */
  readonly setClock?: (instant: Date) => void;
}
