import { codedText } from './coded-text.js';

/** Administrative division 行政区划代码 (GB/T 2260): six digits, the first two a province-level unit. */
export function isRegionCode(value: string): boolean {
  return /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5]|71|8[1-2])\d{4}$/.test(value);
}

export function IsRegionCode(): PropertyDecorator {
  return codedText({ name: 'isRegionCode', test: isRegionCode, pattern: '^[1-8]\\d{5}$', zh: '应为 6 位行政区划代码，例如 150123（和林格尔县）', en: 'Must be a six-digit division code, e.g. 150123' });
}
