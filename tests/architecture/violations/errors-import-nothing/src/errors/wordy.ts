import { day } from '../calendar/day.js';

export const wordy = { sentence: `No later than ${day}` };
