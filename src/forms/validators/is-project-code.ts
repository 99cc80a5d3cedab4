import { codedText } from './coded-text.js';

const pattern = '^\\d{4}-\\d{6}-\\d{2}-\\d{2}-\\d{6}$';

/**
 * Investment project code 投资项目统一代码: 20 digits in five groups. The first group is a year (old form, 2015-2020) or year and month
 * (GB/T 40058-2021, from November 2020). No check digit is tested: its rule is not published.
 */
export function isProjectCode(value: string): boolean {
  if (!new RegExp(pattern).test(value)) return false;
  const head = Number(value.slice(0, 4));
  const month = head % 100;
  return (head >= 2015 && head <= 2020) || (head >= 2000 && month >= 1 && month <= 12);
}

export function IsProjectCode(): PropertyDecorator {
  return codedText({
    name: 'isProjectCode',
    test: isProjectCode,
    pattern,
    zh: '投资项目统一代码应为 24 位，例如 2512-150123-04-01-123456',
    en: 'A project code has 24 characters, e.g. 2512-150123-04-01-123456',
  });
}
