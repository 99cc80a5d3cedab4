import { accessErrors } from './codes/access.js';
import { calendarErrors } from './codes/calendar.js';
import { caseErrors } from './codes/cases.js';
import { countersigningErrors } from './codes/countersigning.js';
import { catalogueErrors } from './codes/items.js';
import { deputyErrors } from './codes/deputies.js';
import { documentErrors } from './codes/documents.js';
import { flowEventErrors } from './codes/flow-events.js';
import { flowErrors } from './codes/flows.js';
import { formErrors } from './codes/forms.js';
import { generalErrors } from './codes/general.js';
import { legalActErrors } from './codes/legal-acts.js';
import { rerouteErrors } from './codes/reroutes.js';
import { suspensionErrors } from './codes/suspensions.js';

export type { CatalogueEntry, ErrorKind } from './catalogue-entry.js';

/** Every error code of the product, with its kind and its sentence in both languages. `docs/ERRORS.md` is checked against it. */
export const catalogue = {
  ...generalErrors,
  ...accessErrors,
  ...calendarErrors,
  ...catalogueErrors,
  ...formErrors,
  ...flowErrors,
  ...flowEventErrors,
  ...caseErrors,
  ...legalActErrors,
  ...rerouteErrors,
  ...suspensionErrors,
  ...deputyErrors,
  ...documentErrors,
  ...countersigningErrors,
} as const;

export type ErrorCode = keyof typeof catalogue;
