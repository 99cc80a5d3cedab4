import type { Item } from '../../catalogue/item.js';
import { Case } from '../../entities/index.js';
import type { SectionCode } from '../../forms/application/sections.js';
import { formOfStage, sectionsForDepartment } from '../../forms/stage-form.js';
import type { Actor } from '../actor.js';
import type { ServiceContext } from '../service-context.js';

/**
 * A department's reviewer sees the sections of his own items and who applies where, no more (data minimisation). Whoever handles none of them
 * and may open the application all the same has a piece of work in it by name, and sees what it is about: all.
 */
export function sectionsShownTo(actor: Actor, caseRecord: Case, items: Item[]): SectionCode[] {
  const all = formOfStage(items);
  if (!actor.roles.includes('reviewer') || actor.roles.length > 1) return all;
  const own = items.filter((item) => item.receivingBody.id === actor.departmentId || item.code === caseRecord.itemCode);
  return own.length === 0 && !isOfHisDepartment(actor, caseRecord) ? all : sectionsForDepartment(all, own);
}

const isOfHisDepartment = ({ departmentId }: Actor, caseRecord: Case): boolean => departmentId === caseRecord.departmentId || ((caseRecord.departments ?? []) as (string | null)[]).includes(departmentId);

/** The same for an application whose items are not at hand. */
export const sectionsOfStageShownTo = (context: ServiceContext, actor: Actor, stage: Case): SectionCode[] =>
  sectionsShownTo(actor, stage, context.items.getAll(stage.itemCodes as string[], stage.itemListVersion));
