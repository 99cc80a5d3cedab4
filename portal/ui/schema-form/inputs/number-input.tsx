import { Input } from 'antd';
import { useState, type ReactElement } from 'react';
import type { InputProps } from './input-props.js';

/** A figure, typed as text so that the wheel never changes it; what is no figure stays on the screen and is refused by the check. */
export function NumberInput({ aria, value, change }: InputProps): ReactElement {
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (value === undefined || value === null ? '' : String(value as number));
  return (
    <Input
      {...aria}
      className="short-input"
      inputMode="decimal"
      autoComplete="off"
      value={shown}
      onChange={(event) => {
        setTyped(event.target.value);
        change(toFigure(event.target.value));
      }}
      onBlur={() => typeof toFigure(typed ?? '') !== 'string' && setTyped(undefined)}
    />
  );
}

/** `1,200.5` and full-width digits are figures too; anything else is handed on as it is. */
export function toFigure(text: string): number | string | undefined {
  const plain = text.normalize('NFKC').replace(/[,\s]/g, '');
  if (plain === '') return undefined;
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : text;
}
