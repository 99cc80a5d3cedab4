import { codedText } from './coded-text.js';

/** Real estate unit 不动产单元号 (GB/T 37346): 28 characters, often written with blanks between its parts. */
export function isRealEstateUnit(value: string): boolean {
  return /^\d{12}[A-Z]{2}\d{5}[A-Z]\d{8}$/.test(value.replace(/ /g, ''));
}

export function IsRealEstateUnit(): PropertyDecorator {
  return codedText({ name: 'isRealEstateUnit', test: isRealEstateUnit, pattern: '^[0-9A-Z ]{28,34}$', zh: '不动产单元号应为 28 位', en: 'A real estate unit number has 28 characters' });
}
