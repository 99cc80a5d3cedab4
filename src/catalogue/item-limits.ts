import type { Item, ProjectType } from './item.js';

/** The limits of one item for one kind of project, in the unit that `unit` names. */
export interface ItemLimits {
  /** null = the law sets none; 0 = on the spot. */
  readonly statutoryWorkdays: number | null;
  readonly promisedWorkdays: number;
  /** `day-open` where the act says 日 only (rule B19): counted as working days, the calendar date is shown as a warning. */
  readonly unit: 'workday' | 'day-open';
  readonly startsFrom: 'acceptance' | 'receipt';
  /** Working days for the one correction notice (rules A6, A9); 0 = on the spot; null = a filing without window and without deemed acceptance. */
  readonly correctionNoticeWorkdays: number | null;
  /** Longest lawful extension and who approves it (rules B1, B8); null when the item has none. */
  readonly extension: { readonly workdays: number; readonly approvedBy: 'authorityHead' | 'principalHead' } | null;
  readonly excludedPeriods: readonly string[];
  /** The promise of 0 for this type means that the item is merged into another or not run at all. */
  readonly mergedOrNotRun: boolean;
}

/** The limits that the clock of a case of this item starts with. A promise never exceeds the statutory limit (rule B20). */
export function itemLimits(item: Item, projectType?: ProjectType): ItemLimits {
  const override = projectType === undefined ? undefined : item.promisedLimitByProjectType[projectType];
  const promised = override ?? item.promisedLimitWorkdays;
  return {
    statutoryWorkdays: item.statutoryLimitWorkdays,
    promisedWorkdays: promised,
    unit: item.clock.lawUnit === 'workday' ? 'workday' : 'day-open',
    startsFrom: item.clock.startsFrom,
    correctionNoticeWorkdays: item.clock.correctionNoticeWorkdays,
    extension: extensionOf(item),
    excludedPeriods: item.clock.excludedPeriods,
    mergedOrNotRun: override === 0 && item.promisedLimitWorkdays > 0,
  };
}

/** Up to ten days the head of the authority decides (许可法 art. 42); the forty of a verification need its principal head (核准备案条例). */
function extensionOf(item: Item): ItemLimits['extension'] {
  const workdays = item.clock.extensionMaxWorkdays;
  if (workdays === 0) return null;
  return { workdays, approvedBy: workdays > 10 ? 'principalHead' : 'authorityHead' };
}
