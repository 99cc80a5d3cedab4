/** The colours of a day strip: counted (an ordinary or a moved working day), counted past the limit, taken out, no working day, not running, not known. */
export type DayKind = 'workday' | 'makeUpWorkday' | 'overdue' | 'paused' | 'dayOff' | 'notStarted' | 'notRunning' | 'unpublished';
