import type { Item } from '../../catalogue/item.js';
import type { ServiceContext } from '../service-context.js';

/** Does the item go through the one commissioned review of its stage? An item that only may need it goes along when the review is held. */
export const needsReview = (_context: ServiceContext, item: Item): boolean => item.procedures.expertReview !== 'no' || item.procedures.commissionedTechnicalReview !== 'no';

/** Is the item put before the one meeting of its stage? */
export const needsMeeting = (_context: ServiceContext, item: Item): boolean => item.procedures.meetingStudy !== 'no';
