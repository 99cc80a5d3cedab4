import type { FlowModeler } from '../modeler/create-modeler.js';
import type { BusinessObject, DiagramElement } from '../modeler/modeler-services.js';
import type { PropertyField } from './property-fields.js';

/** The value of an attribute as the panel shows it. */
export function readProperty({ businessObject }: DiagramElement, field: PropertyField): string | boolean {
  const value = (field.holder ?? businessObject).get(field.name);
  if (field.kind === 'yes-no') return value === true;
  if (field.kind === 'condition') return String((value as { body?: string } | undefined)?.body ?? '');
  return value === undefined || value === null || Number.isNaN(value) ? '' : String(value as string | number);
}

/** Writes an attribute through the modeler, so that it can be undone; an empty text takes the attribute away. */
export function changeProperty(modeler: FlowModeler, element: DiagramElement, { field, value }: { field: PropertyField; value: string | boolean }): void {
  const modeling = modeler.service('modeling');
  const written = toModdle(modeler, field, value);
  if (field.holder) modeling.updateModdleProperties(element, field.holder, { [field.name]: written });
  else modeling.updateProperties(element, { [field.name]: written });
}

function toModdle(modeler: FlowModeler, field: PropertyField, value: string | boolean): string | number | boolean | BusinessObject | undefined {
  if (typeof value === 'boolean') return value || undefined;
  const text = value.trim();
  if (text === '') return undefined;
  if (field.kind === 'condition') return modeler.service('bpmnFactory').create('bpmn:FormalExpression', { body: text });
  return field.kind === 'whole-number' ? Number(text) : text;
}

/** Why a text cannot be written into the attribute; a diagram must not hold a number that is none. */
export function refuseProperty(field: PropertyField, value: string): 'whole-number' | undefined {
  return field.kind === 'whole-number' && value.trim() !== '' && !/^\d{1,4}$/.test(value.trim()) ? 'whole-number' : undefined;
}
