import { codedText } from './coded-text.js';

/** Mobile phone number of the mainland: eleven digits beginning with 13 to 19. */
export function isMobilePhone(value: string): boolean {
  return /^1[3-9]\d{9}$/.test(value);
}

export function IsMobilePhone(): PropertyDecorator {
  return codedText({ name: 'isMobilePhone', test: isMobilePhone, pattern: '^1[3-9]\\d{9}$', zh: '应为 11 位手机号码', en: 'Must be a mobile number of eleven digits' });
}
