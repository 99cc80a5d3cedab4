import { readFileSync } from 'node:fs';
import { DomainError } from '../../src/errors/domain-error.js';
import type { FieldFault } from '../../src/forms/field-fault.js';
import { validateForm, type FormValues, type ValidateFormOptions } from '../../src/forms/validate-form.js';
import type { SectionCode } from '../../src/forms/application/sections.js';

/** The works-permit form of the data-centre project, a fresh copy; every section is there, so that a test may change any value. */
export function dataCentreForm(): { [section in SectionCode]: Record<string, unknown> } {
  return structuredClone(example) as { [section in SectionCode]: Record<string, unknown> };
}

export const worksPermitSections: readonly SectionCode[] = ['S01', 'S02', 'S03', 'S04', 'S07', 'S08', 'S12', 'S13', 'S14', 'S18', 'S19', 'S20'];

/** The pointers of the fields that a form is refused for, none when it is accepted. */
export function refusedFields(sections: readonly SectionCode[], data: unknown, options?: ValidateFormOptions): string[] {
  return faultsOf(() => validateForm(sections, data, options)).map((found) => found.pointer);
}

/** The field faults that something throws, none when it does not. */
export function faultsOf(attempt: () => unknown): readonly FieldFault[] {
  try {
    attempt();
    return [];
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'FORM_INVALID') throw error;
    return error.details['errors'] as FieldFault[];
  }
}

const example = JSON.parse(readFileSync(new URL('../../seeds/demo/data-centre-form.json', import.meta.url), 'utf8')) as FormValues;
