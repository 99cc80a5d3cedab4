import type { CatalogueEntry } from '../catalogue-entry.js';

/** The one form and its attachments. */
export const formErrors = {
  FORM_INVALID: { kind: 'invalid', zh: '表单填写有误，请按提示修改', en: 'The form has errors; see the field messages' },
} as const satisfies Record<string, CatalogueEntry>;
