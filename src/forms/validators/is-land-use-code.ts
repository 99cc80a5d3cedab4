import { codedText } from './coded-text.js';

/** Land use 用地用海分类: two digits for a class, four or six for its divisions (01-24). */
export function isLandUseCode(value: string): boolean {
  return /^(0[1-9]|1\d|2[0-4])(\d{2}){0,2}$/.test(value);
}

export function IsLandUseCode(): PropertyDecorator {
  return codedText({ name: 'isLandUseCode', test: isLandUseCode, pattern: '^(0[1-9]|1\\d|2[0-4])(\\d{2}){0,2}$', zh: '应为用地用海分类代码，例如 100101（一类工业用地）', en: 'Must be a land-use code, e.g. 100101' });
}
