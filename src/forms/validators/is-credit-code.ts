import { codedText } from './coded-text.js';

const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];
const pattern = '^[0-9A-HJ-NPQRTUWXY]{18}$';

/** Unified social credit code 统一社会信用代码: 18 characters of the alphabet of GB 32100 with its check character. */
export function isCreditCode(value: string): boolean {
  if (value.length !== 18) return false;
  const values = [...value].map((character) => alphabet.indexOf(character));
  if (values.includes(-1)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * values[index]!, 0);
  return values[17] === (31 - (sum % 31)) % 31;
}

export function IsCreditCode(): PropertyDecorator {
  return codedText({
    name: 'isCreditCode',
    test: isCreditCode,
    pattern,
    zh: '统一社会信用代码应为 18 位，且校验位正确（GB 32100）',
    en: 'A credit code has 18 characters and a correct check character (GB 32100)',
  });
}
