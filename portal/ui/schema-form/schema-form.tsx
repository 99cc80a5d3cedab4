import type { ReactElement } from 'react';
import { useLanguage } from '../i18n/use-language.js';
import { askedFields } from './asked-fields.js';
import type { FormField } from './form-field.js';
import { SchemaField } from './schema-field.js';

export interface FormContext {
  /** The whole form, for conditions that read other sections. */
  readonly root: unknown;
  /** Error by JSON pointer. */
  readonly faults: ReadonlyMap<string, string>;
  readonly change: (pointer: string, value: unknown) => void;
  /** Pointers whose value was brought in from an earlier application. */
  readonly prefilled?: ReadonlySet<string>;
  /** Files of the case that a question for a file may choose from. */
  readonly files?: readonly { id: string; name: string }[];
  /** Choices that lie outside the form, such as the items of a case, by pointer with `*` for an entry of a list. */
  readonly choices?: Readonly<Record<string, readonly { value: string; label: string }[]>>;
}

interface SchemaFormProps extends FormContext {
  readonly fields: readonly FormField[];
  /** The object that holds the fields, and its pointer. */
  readonly self?: unknown;
  readonly at?: string;
}

/** The questions of a form or of one of its sections, groups under their headings, hidden questions left out. */
export function SchemaForm({ fields, self, at = '', ...context }: SchemaFormProps): ReactElement {
  const { either } = useLanguage();
  const asked = askedFields(fields, context.root, self ?? context.root);
  return (
    <>
      {asked.map((field, index) => {
        const startsGroup = field.group !== undefined && field.group !== asked[index - 1]?.group;
        return (
          <div key={field.pointer}>
            {startsGroup && <h3 className="field-group">{either(field.group ?? '')}</h3>}
            <SchemaField field={field} pointer={`${at}${field.pointer}`} context={context} />
          </div>
        );
      })}
    </>
  );
}
