import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../i18n/use-language.js';
import type { InputProps } from './input-props.js';

interface ChoiceInputProps extends InputProps {
  readonly choices?: readonly { value: string; label: string }[];
}

/** One of several: the browser's own list, so that keyboards, screen readers and phones know it. */
export function ChoiceInput({ field, aria, value, change, choices }: ChoiceInputProps): ReactElement {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const options = choices ?? field.options.map((option) => ({ value: option.value, label: either(option.title, option.titleEn) }));
  return (
    <select {...aria} className="native-select" value={typeof value === 'string' ? value : ''} onChange={(event) => change(event.target.value || undefined)}>
      <option value="">{t('请选择')}</option>
      {options.map((option) => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}
