import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FlowModeler } from '../modeler/create-modeler.js';
import type { DiagramElement } from '../modeler/modeler-services.js';
import { readProperty } from './change-property.js';
import { fieldsFor } from './property-fields.js';
import { PropertyInput } from './property-input.js';

interface PropertiesPanelProps {
  readonly modeler: FlowModeler;
  readonly element?: DiagramElement;
  /** Makes the panel read anew after undo and changes on the canvas. */
  readonly changes: number;
}

/** What the chosen element means for an approval; without a choice, the flow itself. */
export function PropertiesPanel({ modeler, element, changes }: PropertiesPanelProps): ReactElement {
  const { t } = useTranslation();
  const shown = element?.labelTarget ?? element ?? modeler.service('canvas').getRootElement();
  const { id } = shown.businessObject;
  return (
    <aside className="properties" aria-label={t('属性')} data-changes={changes}>
      <h2>{t('属性')}</h2>
      <p className="quiet">
        <code>{shown.businessObject.$type.replace('bpmn:', '')}</code> · <code>{id}</code>
      </p>
      {fieldsFor(shown).map((field) => (
        <PropertyInput key={`${id} ${field.key} ${String(readProperty(shown, field))}`} modeler={modeler} element={shown} field={field} />
      ))}
    </aside>
  );
}
