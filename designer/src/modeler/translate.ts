import chinese from 'bpmn-js-i18n/translations/zn.js';
import { moreChinese } from './more-chinese.js';

type Translate = (text: string, replacements?: Record<string, string>) => string;

/** bpmn-js speaks English by itself; this module makes it speak the language of the page. */
export function translateModule(language: string): { translate: ['value', Translate] } {
  const words: Record<string, string> = language === 'en' ? {} : { ...chinese, ...moreChinese };
  const translate: Translate = (text, replacements = {}) => (words[text] ?? text).replace(/{([^}]+)}/g, (whole, name: string) => words[replacements[name] ?? ''] ?? replacements[name] ?? whole);
  return { translate: ['value', translate] };
}
