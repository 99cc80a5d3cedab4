import { Checkbox } from 'antd';
import type { ReactElement } from 'react';
import { useLanguage } from '../../i18n/use-language.js';
import type { InputProps } from './input-props.js';

interface ChoicesInputProps extends InputProps {
  readonly choices?: readonly { value: string; label: string }[];
}

/** Any number of several. */
export function ChoicesInput({ field, value, change, choices }: ChoicesInputProps): ReactElement {
  const { either } = useLanguage();
  const chosen = Array.isArray(value) ? (value as string[]) : [];
  const options = choices ?? field.options.map((option) => ({ value: option.value, label: either(option.title, option.titleEn) }));
  const set = (next: string[]): void => change(next.length > 0 ? next : undefined);
  return (
    <div className="choices">
      {options.map((option) => (
        <Checkbox
          key={option.value}
          checked={chosen.includes(option.value)}
          onChange={(event) => set(event.target.checked ? [...chosen, option.value] : chosen.filter((each) => each !== option.value))}
        >
          {option.label}
        </Checkbox>
      ))}
    </div>
  );
}
