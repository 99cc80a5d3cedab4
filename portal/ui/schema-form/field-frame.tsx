import { useTranslation } from 'react-i18next';
import type { ReactElement, ReactNode } from 'react';

/** What an input needs so that its label, hint and error are read out with it. */
export interface FieldAria {
  readonly id: string;
  readonly 'aria-required'?: boolean;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-describedby'?: string;
}

interface FrameProps {
  readonly id: string;
  readonly label: string;
  readonly required?: boolean;
  readonly help?: string;
  readonly error?: string;
  readonly mark?: string;
  /** For radio buttons, check boxes and lists: several inputs under one name. */
  readonly group?: boolean;
  readonly children: (aria: FieldAria) => ReactNode;
}

/** A question: label, hint, error, input – in this order, so that a person hears what is wrong before the input. */
export function FieldFrame({ id, label, required, help, error, mark, group, children }: FrameProps): ReactElement {
  const { t } = useTranslation();
  const described = [help && `${id}-help`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
  const aria: FieldAria = { id, ...(required && !group && { 'aria-required': true }), ...(error && !group && { 'aria-invalid': true }), ...(described && !group && { 'aria-describedby': described }) };
  const name = (
    <>
      {label}
      {!required && <span className="optional">{t('（选填）')}</span>}
      {mark && <span className="field-mark">{mark}</span>}
    </>
  );
  const notes = (
    <>
      {help && (
        <p className="field-help" id={`${id}-help`}>
          {help}
        </p>
      )}
      {error && (
        <p className="field-error" id={`${id}-error`}>
          <span aria-hidden="true">✕ </span>
          {error}
        </p>
      )}
    </>
  );
  if (group) {
    return (
      <fieldset className={error ? 'field wrong' : 'field'} id={id} tabIndex={-1} aria-describedby={described}>
        <legend>{name}</legend>
        {notes}
        {children(aria)}
      </fieldset>
    );
  }
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{name}</label>
      {notes}
      {children(aria)}
    </div>
  );
}
