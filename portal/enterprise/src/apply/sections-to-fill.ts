import { readSections, type FormSection } from '../../../ui/schema-form/form-field.js';

/** The list of papers, made on the page for materials from what the items ask for; nobody types it. */
const papers = 'S20';
/** The promise and the signature come last: a signature covers everything that stands before it. */
const signature = 'S18';

/** The sections of the one form in the order in which they are filled in. */
export function sectionsToFill(schema: Record<string, unknown>): FormSection[] {
  const sections = readSections(schema).filter((section) => section.key !== papers);
  return [...sections.filter((section) => section.key !== signature), ...sections.filter((section) => section.key === signature)];
}
