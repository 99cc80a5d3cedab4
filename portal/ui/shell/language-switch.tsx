import type { ReactElement } from 'react';
import { useLanguage } from '../i18n/use-language.js';

/** Each language is named in itself, so that whoever needs it can find it. */
export function LanguageSwitch(): ReactElement {
  const { language, change } = useLanguage();
  const other = language === 'en' ? 'zh-CN' : 'en';
  return (
    <button type="button" className="language-switch" lang={other} onClick={() => change(other)}>
      {other === 'en' ? 'English' : '中文'}
    </button>
  );
}
