import { sections, type SectionCode } from './application/sections.js';
import { toPlain } from './check-fields.js';
import { fieldsOfClass } from './field-registry.js';
import { isPlainRecord, takeFields } from './take-fields.js';
import type { FormValues } from './validate-form.js';
import type { FieldFault } from './field-fault.js';

export interface Prefilled {
  readonly values: FormValues;
  /** The fields that were filled, as JSON pointers, so that a screen can mark them. */
  readonly pointers: readonly string[];
}

/**
 * What a project has already answered, for a new form: values given once come back, the latest first choice. Promises, signatures, the
 * presence of an agent and the list of papers belong to one filing and are not carried.
 *
 * `earlierValues` are the forms of earlier stages, oldest first, or one merged form.
 */
export function prefill(codes: readonly SectionCode[], earlierValues: FormValues | readonly FormValues[]): Prefilled {
  const earlier = Array.isArray(earlierValues) ? (earlierValues as readonly FormValues[]) : [earlierValues as FormValues];
  const values: FormValues = {};
  const pointers: string[] = [];
  for (const code of codes) {
    const formClass = sections[code].form;
    const carried = fieldsOfClass(formClass).filter((field) => field.carried !== false);
    const known = earlier.map((form) => knownValues(code, form)).reduce((older, newer) => ({ ...older, ...newer }), {});
    const kept = carried.filter((field) => known[field.key] !== undefined);
    if (kept.length === 0) continue;
    values[code] = Object.fromEntries(kept.map((field) => [field.key, known[field.key]]));
    pointers.push(...kept.map((field) => `/${code}/${field.key}`));
  }
  return { values, pointers };
}

/** The values of one section that today's form still has; a field that was renamed or narrowed since is left for the applicant. */
function knownValues(code: SectionCode, form: FormValues): Record<string, unknown> {
  const section: unknown = form[code];
  if (!isPlainRecord(section)) return {};
  const formClass = sections[code].form;
  const values: Record<string, unknown> = {};
  for (const field of fieldsOfClass(formClass)) {
    if (!Object.hasOwn(section, field.key)) continue;
    const faults: FieldFault[] = [];
    const taken = takeFields(formClass, { [field.key]: section[field.key] }, '', faults);
    if (faults.length === 0) Object.assign(values, toPlain(formClass, taken));
  }
  return values;
}
