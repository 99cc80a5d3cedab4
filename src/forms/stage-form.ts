import { isSectionCode, sectionCodes, type SectionCode } from './application/sections.js';

/** What the form needs to know of an item: the sections it picks. */
export interface PicksSections {
  readonly formSections: readonly string[];
}

/**
 * The one form of a stage: the union of the sections that the chosen items pick, in the order of the form. A section stands once, and every
 * field lives in exactly one section, so nothing is asked twice.
 */
export function formOfStage(items: readonly PicksSections[]): SectionCode[] {
  const picked = new Set(items.flatMap((item) => item.formSections).filter(isSectionCode));
  return sectionCodes.filter((code) => picked.has(code));
}

/** Who the applicant is and where the project lies: every department sees these. */
const sectionsForEverybody: readonly SectionCode[] = ['S01', 'S02', 'S03', 'S04', 'S05'];

/** The sections that a department sees of a stage form: those of its own items and S01-S05, no more (data minimisation). */
export function sectionsForDepartment(stageSections: readonly SectionCode[], ownItems: readonly PicksSections[]): SectionCode[] {
  const own = new Set([...sectionsForEverybody, ...formOfStage(ownItems)]);
  return stageSections.filter((code) => own.has(code));
}
