import { addWorkdays } from '../../../src/calendar/working-days.js';

export const due = addWorkdays(20);
