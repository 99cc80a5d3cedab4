import { Button, Input } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { InputProps } from './input-props.js';

/** A list of short texts, one line each. */
export function TextsInput({ field, value, change }: InputProps): ReactElement {
  const { t } = useTranslation();
  const texts = Array.isArray(value) ? (value as string[]) : [];
  const set = (next: string[]): void => change(next.length > 0 ? next : undefined);
  return (
    <div className="texts">
      {texts.map((text, index) => (
        // The position is the identity of a line: lines have nothing else that stays the same while one types.
        <div key={index} className="texts-line">
          <Input aria-label={t('{{title}} 第 {{n}} 项', { title: field.title, n: index + 1 })} value={text} maxLength={field.maxLength} onChange={(event) => set(texts.map((each, at) => (at === index ? event.target.value : each)))} />
          <Button onClick={() => set(texts.filter((_, at) => at !== index))} aria-label={t('删除第 {{n}} 项', { n: index + 1 })}>
            {t('删除')}
          </Button>
        </div>
      ))}
      {texts.length < (field.maxItems ?? 100) && <Button onClick={() => set([...texts, ''])}>{t('添加一项')}</Button>}
    </div>
  );
}
