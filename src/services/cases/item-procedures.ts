import type { Item } from '../../catalogue/item.js';

/** Does the item go through the one commissioned review of its stage? An item that only may need it goes along when the review is held. */
export const needsReview = (item: Item): boolean => item.procedures.expertReview !== 'no' || item.procedures.commissionedTechnicalReview !== 'no';

/** Is the item put before the one meeting of its stage? */
export const needsMeeting = (item: Item): boolean => item.procedures.meetingStudy !== 'no';
