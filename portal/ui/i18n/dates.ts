const weekdays: Record<string, readonly string[]> = {
  'zh-CN': ['周日', '周一', '周二', '周三', '周四', '周五', '周六'],
  en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
};

/** `2026-03-05（周四）`: how every date is shown. The date is a plain day of Asia/Shanghai. */
export function dayText(date: string, language = 'zh-CN'): string {
  const day = new Date(`${date}T00:00:00Z`).getUTCDay();
  const name = weekdays[language]?.[day] ?? '';
  return language === 'en' ? `${date} (${name})` : `${date}（${name}）`;
}

/** `2026-03-05 14:07` in Asia/Shanghai, wherever the browser is. */
export function momentText(instant: string): string {
  const parts = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' });
  return parts.format(new Date(instant));
}
