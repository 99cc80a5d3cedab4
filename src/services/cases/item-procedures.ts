import type { Item } from '../../catalogue/item.js';
import type { Case } from '../../entities/index.js';
import type { ServiceContext } from '../service-context.js';

/** Does the item go through the one commissioned review of its stage? An item that only may need it goes along when the review is held. */
export const needsReview = (item: Item): boolean => item.procedures.expertReview !== 'no' || item.procedures.commissionedTechnicalReview !== 'no';

/** Is the item put before the one meeting of its stage? */
export const needsMeeting = (item: Item): boolean => item.procedures.meetingStudy !== 'no';

/** Terminated or withdrawn; what was decided or filed still belongs to the application. */
export const endedUndecided = ({ closedAt, decidedOn }: Case): boolean => closedAt !== null && decidedOn === null;

/** The items of a stage without those that were terminated or withdrawn: what a review and a meeting are still about. */
export function itemsGoingOn(context: ServiceContext, stage: Case, children: readonly Case[]): Item[] {
  const ended = new Set(children.filter(endedUndecided).map(({ itemCode }) => itemCode));
  return context.items.getAll((stage.itemCodes as string[]).filter((code) => !ended.has(code)), stage.itemListVersion);
}
