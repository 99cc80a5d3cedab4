import { useTranslation } from 'react-i18next';

export type Language = 'zh-CN' | 'en';

/** The language of the page, and the way to choose of two texts that the server sent. */
export function useLanguage(): { language: Language; change: (language: Language) => void; either: (zh: string, en?: string) => string } {
  const { i18n } = useTranslation();
  const language: Language = i18n.language === 'en' ? 'en' : 'zh-CN';
  return {
    language,
    change: (next) => void i18n.changeLanguage(next),
    either: (zh, en) => (language === 'en' && en ? en : zh),
  };
}
