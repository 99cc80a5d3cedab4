import type { FieldAria } from '../field-frame.js';
import type { FormField } from '../form-field.js';

/** What every input gets: its question, the value now, and where to say another one. `undefined` means "not answered". */
export interface InputProps {
  readonly field: FormField;
  readonly aria: FieldAria;
  readonly value: unknown;
  readonly change: (value: unknown) => void;
}
