import { Input } from 'antd';
import type { ReactElement } from 'react';
import type { InputProps } from './input-props.js';

const types = { date: 'date', moment: 'datetime-local' } as const;

/** A line or a paragraph of text; dates use the browser's own picker, which phones do best. */
export function TextInput({ field, aria, value, change }: InputProps): ReactElement {
  const text = typeof value === 'string' ? value : '';
  if (field.multiline || (field.kind === 'text' && (field.maxLength ?? 0) >= 500)) {
    return <Input.TextArea {...aria} value={text} rows={3} onChange={(event) => change(event.target.value || undefined)} />;
  }
  const type = field.kind === 'date' || field.kind === 'moment' ? types[field.kind] : 'text';
  return <Input {...aria} type={type} className={type === 'text' ? undefined : 'short-input'} value={text} autoComplete="off" onChange={(event) => change(event.target.value || undefined)} />;
}
