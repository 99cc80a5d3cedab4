import type { ItemOnPaper, Remedies } from '../document-record.js';

/** 2026-05-25 → 2026年5月25日 (GB/T 9704-2012 7.3.5.4: Arabic numerals, no leading zeros). */
export function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}

/** A due date on paper; a day that falls into a year without a published calendar is said to be open, never guessed. */
export function dueDateOnPaper(due: string | null): string {
  return due === null ? '待次年节假日安排公布后另行告知' : chineseDate(due);
}

/** “A”“B”和“C” */
export function itemNames(items: readonly ItemOnPaper[]): string {
  return items.map((item) => `“${item.name}”`).join('');
}

/** （一）… numbering of points. */
export function chineseNumber(n: number): string {
  const digits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
  if (n < 10) return digits[n]!;
  if (n < 100) return `${n < 20 ? '' : digits[Math.floor(n / 10)]}十${digits[n % 10]}`;
  return String(n);
}

/** A sentence that ends with a full stop exactly once. */
export function sentence(text: string): string {
  return /[。！？；：.!?]$/.test(text.trim()) ? text.trim() : `${text.trim()}。`;
}

/** The remedy clause: both ways, both periods and both names (许可法 38; 行政复议法 20; 行政诉讼法 45, 46). */
export function remedyClause(remedies: Remedies): string {
  const days = remedies.reconsiderationDays ?? 60;
  const months = chineseNumber(remedies.litigationMonths ?? 6);
  const reconsideration = `自收到本决定书之日起${days}日内依法向${remedies.reconsiderationBody}申请行政复议`;
  if (remedies.reconsiderationFirst) {
    return `如不服本决定，应当先${reconsideration}；对行政复议决定仍不服的，可以自收到行政复议决定书之日起十五日内依法向${remedies.court}提起行政诉讼。`;
  }
  return `如不服本决定，可以${reconsideration}，也可以自收到本决定书之日起${months}个月内依法向${remedies.court}提起行政诉讼。`;
}
