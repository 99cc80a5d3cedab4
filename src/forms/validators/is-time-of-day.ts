import { codedText } from './coded-text.js';

/** A time of day `hh:mm`. */
export function isTimeOfDay(value: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(value);
}

export function IsTimeOfDay(): PropertyDecorator {
  return codedText({ name: 'isTimeOfDay', test: isTimeOfDay, pattern: '^([01]\\d|2[0-3]):[0-5]\\d$', zh: '应为时间，例如 09:30', en: 'Must be a time, e.g. 09:30' });
}
