import { Checkbox, Input } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { FieldFrame } from '../../../portal/ui/schema-form/field-frame.js';
import type { FlowModeler } from '../modeler/create-modeler.js';
import type { DiagramElement } from '../modeler/modeler-services.js';
import { changeProperty, readProperty, refuseProperty } from './change-property.js';
import type { PropertyField } from './property-fields.js';

interface PropertyInputProps {
  readonly modeler: FlowModeler;
  readonly element: DiagramElement;
  readonly field: PropertyField;
}

/** One attribute; written when the input is left, so that one edit is one step of undo. */
export function PropertyInput({ modeler, element, field }: PropertyInputProps): ReactElement {
  const { t } = useTranslation();
  const now = readProperty(element, field);
  const [typed, setTyped] = useState(String(now));
  const id = `property-${field.key.replace(/[^\w]/g, '-')}`;

  function write(): void {
    if (typed !== now && !refuseProperty(field, typed)) changeProperty(modeler, element, { field, value: typed });
  }

  if (typeof now === 'boolean') {
    return (
      <div className="field">
        <Checkbox id={id} checked={now} onChange={(event) => changeProperty(modeler, element, { field, value: event.target.checked })}>
          {t(field.label)}
        </Checkbox>
      </div>
    );
  }
  return (
    <FieldFrame id={id} label={t(field.label)} required help={field.help && t(field.help)} error={refuseProperty(field, typed) && t('请填写整数')}>
      {({ 'aria-required': _never, ...aria }) =>
        field.kind === 'lines' || field.kind === 'condition' ? (
          <Input.TextArea {...aria} rows={1} value={typed} onChange={(event) => setTyped(event.target.value)} onBlur={write} />
        ) : (
          <Input {...aria} value={typed} onChange={(event) => setTyped(event.target.value)} onBlur={write} onPressEnter={write} />
        )
      }
    </FieldFrame>
  );
}
