import type { CatalogueEntry } from '../catalogue-entry.js';

/** The one form and its attachments. */
export const formErrors = {
  FORM_INVALID: { kind: 'invalid', zh: '表单填写有误，请按提示修改', en: 'The form has errors; see the field messages' },
  FORM_NOT_FOUND: { kind: 'missing', zh: '没有这个表单：{key}', en: 'There is no such form: {key}' },
} as const satisfies Record<string, CatalogueEntry>;
