import i18next from 'i18next';
import { english } from './english.js';

const stored = 'onestop.language';

/** The texts of the pages. The Chinese text is the key; `english.ts` is its complete second language. */
export const words = i18next.createInstance();

void words.init({
  lng: readLanguage(),
  fallbackLng: false,
  resources: { en: { translation: english }, 'zh-CN': { translation: {} } },
  keySeparator: false,
  nsSeparator: false,
  interpolation: { escapeValue: false },
});

words.on('languageChanged', (language) => {
  document.documentElement.lang = language;
  try {
    localStorage.setItem(stored, language);
  } catch {
    // A browser that forbids storage starts in Chinese each time.
  }
});

function readLanguage(): string {
  try {
    return localStorage.getItem(stored) === 'en' ? 'en' : 'zh-CN';
  } catch {
    return 'zh-CN';
  }
}
