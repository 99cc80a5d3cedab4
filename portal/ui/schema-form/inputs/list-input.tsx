import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import { SchemaForm, type FormContext } from '../schema-form.js';
import type { InputProps } from './input-props.js';

interface ListInputProps extends InputProps {
  readonly pointer: string;
  readonly context: FormContext;
}

/** A list whose entries are small forms; each can be taken out again. */
export function ListInput({ field, value, change, pointer, context }: ListInputProps): ReactElement {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const entries = Array.isArray(value) ? (value as Record<string, unknown>[]) : [];
  const title = either(field.title, field.titleEn);
  return (
    <div className="list-entries">
      {entries.map((entry, index) => (
        // The position is the identity of an entry: the form keeps no other name for it.
        <fieldset key={index} className="list-entry">
          <legend>{t('{{title}} 第 {{n}} 项', { title, n: index + 1 })}</legend>
          <SchemaForm {...context} fields={field.entries} self={entry} at={`${pointer}/${index}`} />
          <Button danger onClick={() => change(entries.filter((_, at) => at !== index))}>
            {t('删除第 {{n}} 项', { n: index + 1 })}
          </Button>
        </fieldset>
      ))}
      {entries.length < (field.maxItems ?? 100) && (
        <Button onClick={() => change([...entries, {}])}>{t('添加“{{title}}”', { title })}</Button>
      )}
    </div>
  );
}
