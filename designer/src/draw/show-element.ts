import type { FlowModeler } from '../modeler/create-modeler.js';

/** Selects an element and brings it into view. */
export function showElement(modeler: FlowModeler, id: string): void {
  const element = modeler.service('elementRegistry').get(id);
  if (!element) return;
  modeler.service('canvas').scrollToElement(element, 100);
  modeler.service('selection').select(element);
}
