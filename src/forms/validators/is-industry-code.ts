import { codedText } from './coded-text.js';

/** Industry 国民经济行业分类 (GB/T 4754-2017): a letter A-T, then up to four digits. */
export function isIndustryCode(value: string): boolean {
  return /^[A-T]\d{0,4}$/.test(value);
}

export function IsIndustryCode(): PropertyDecorator {
  return codedText({ name: 'isIndustryCode', test: isIndustryCode, pattern: '^[A-T]\\d{0,4}$', zh: '应为国标行业代码：一个字母加至多四位数字，例如 I6450', en: 'Must be an industry code: a letter and up to four digits, e.g. I6450' });
}
