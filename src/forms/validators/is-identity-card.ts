import { isPlainDate } from './is-plain-date.js';

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const remainders = '10X98765432';

/** Resident identity number 公民身份号码 (GB 11643): 17 digits and a check character, with a birth date that exists. */
export function isIdentityCard(value: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(value)) return false;
  if (!isPlainDate(`${value.slice(6, 10)}-${value.slice(10, 12)}-${value.slice(12, 14)}`)) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(value[index]), 0);
  return remainders[sum % 11] === value[17];
}
