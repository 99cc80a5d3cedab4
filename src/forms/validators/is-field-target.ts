import { codedText } from './coded-text.js';

/** What a correction points at: a field of the form (`/S08/totalFloorArea`, list entries by number) or the code of a material. */
export function isFieldTarget(value: string): boolean {
  return /^\/S\d{2}(\/[A-Za-z0-9]{1,64}){0,4}$/.test(value) || /^[a-z0-9][a-z0-9.-]{0,119}$/.test(value);
}

export function IsFieldTarget(): PropertyDecorator {
  return codedText({
    name: 'isFieldTarget',
    test: isFieldTarget,
    pattern: '^(/S\\d{2}(/[A-Za-z0-9]{1,64}){0,4}|[a-z0-9][a-z0-9.-]{0,119})$',
    zh: '应为表单字段（如 /S08/totalFloorArea）或材料代码',
    en: 'Must name a field of the form (e.g. /S08/totalFloorArea) or a material',
  });
}
