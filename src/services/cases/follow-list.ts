import type { Case } from '../../entities/index.js';
import type { Item } from '../../catalogue/item.js';
import type { MaterialRequirement } from '../../catalogue/materials.js';
import { isSectionCode, type SectionCode } from '../../forms/application/sections.js';
import { formOfStage } from '../../forms/stage-form.js';
import { materialsGiven } from '../materials/required-materials.js';
import type { ServiceContext } from '../service-context.js';

/** What a list of items that came into force after a draft was begun asks otherwise than the list that it was begun under. */
export interface ListChange {
  readonly from: number;
  readonly to: number;
  readonly addedSections: readonly SectionCode[];
  readonly droppedSections: readonly SectionCode[];
  readonly addedMaterials: readonly MaterialRequirement[];
  readonly droppedMaterials: readonly MaterialRequirement[];
  /** Chosen items that the list in force has no longer, or has in another stage. */
  readonly withdrawnItems: readonly Item[];
}

/**
 * A draft is filed under the list of the day of filing, so until then it follows the list in force: its items, what they ask and the papers they
 * need. Nothing changes for what was filed, nor for a draft all of whose items are gone.
 */
export function followed({ items }: ServiceContext, draft: Case): Pick<Case, 'itemCodes' | 'itemListVersion'> {
  const { itemCodes, itemListVersion, status, kind, stage } = draft;
  const codes = (itemCodes as string[]).filter((code) => belongs(items.list().byCode.get(code), stage));
  return kind !== 'stage' || status !== 'draft' || codes.length === 0 ? { itemCodes, itemListVersion } : { itemCodes: codes, itemListVersion: items.list().version };
}

/** Nothing for what was filed, and for a draft that follows the list in force already. */
export function listChangeOf(context: ServiceContext, draft: Case, known: { form: Record<string, unknown>; earlierResults: string[] }): ListChange | undefined {
  const { itemCodes, itemListVersion, status, kind, stage } = draft;
  const inForce = context.items.list();
  if (kind !== 'stage' || status !== 'draft' || itemListVersion === inForce.version) return undefined;
  const before = context.items.getAll(itemCodes as string[], itemListVersion);
  const after = followed(context, draft);
  const [sections, newSections] = [formOfStage(before), formOfStage(context.items.getAll(after.itemCodes as string[], after.itemListVersion))];
  const [materials, newMaterials] = [materialsGiven(context, draft, known), materialsGiven(context, { ...draft, ...after }, known)];
  return {
    from: itemListVersion,
    to: inForce.version,
    addedSections: newSections.filter((code) => !sections.includes(code)),
    droppedSections: sections.filter((code) => !newSections.includes(code)),
    addedMaterials: newMaterials.filter(({ code }) => !materials.some((each) => each.code === code)),
    droppedMaterials: materials.filter(({ code }) => !newMaterials.some((each) => each.code === code)),
    withdrawnItems: before.filter(({ code }) => !belongs(inForce.byCode.get(code), stage)),
  };
}

/** Answers without those to sections that an earlier list asked for these items and theirs does not: they are not wrong, only not wanted any more. */
export function withoutFormerSections(context: ServiceContext, { itemCodes, itemListVersion }: Case, form: Record<string, unknown>): Record<string, unknown> {
  const codes = new Set(itemCodes as string[]);
  const asked = formOfStage(context.items.getAll([...codes], itemListVersion));
  const former = formOfStage(context.items.allLists().flatMap(({ items }) => items.filter(({ code }) => codes.has(code))));
  return Object.fromEntries(Object.entries(form).filter(([section]) => !isSectionCode(section) || asked.includes(section) || !former.includes(section)));
}

/** Items of 并行推进 may be chosen in every stage. */
const belongs = (item: Item | undefined, stage: string): boolean => item !== undefined && (item.stage.id === stage || item.stage.id === 'BX');
