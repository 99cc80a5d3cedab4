import type { ModdleElement } from 'bpmn-moddle';

/** The element under a property, if there is one. */
export function child(element: ModdleElement, property: string): ModdleElement | undefined {
  const value = element[property];
  return isElement(value) ? value : undefined;
}

/** The elements under a property that holds many. */
export function children(element: ModdleElement, property: string): ModdleElement[] {
  const value = element[property];
  return Array.isArray(value) ? value.filter(isElement) : [];
}

/** A property that is text; empty text counts as absent. */
export function text(element: ModdleElement, property: string): string | undefined {
  const value = element[property];
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

/** A property that is a whole number; anything else counts as absent. */
export function wholeNumber(element: ModdleElement, property: string): number | undefined {
  const value = Number(element[property] ?? Number.NaN);
  return Number.isInteger(value) ? value : undefined;
}

/** A property that is true or false. */
export function flag(element: ModdleElement, property: string): boolean {
  return element[property] === true;
}

/** The FEEL text of an expression element; a leading `=` (as other editors write it) is not part of it. */
export function expression(element: ModdleElement | undefined): string | undefined {
  const body = element && text(element, 'body');
  return body === undefined ? undefined : withoutEquals(body);
}

/** Texts separated by commas. */
export function list(element: ModdleElement, property: string): string[] | undefined {
  return text(element, property)?.split(/[,，]/).map((part) => part.trim()).filter((part) => part !== '');
}

function withoutEquals(body: string): string {
  return body.startsWith('=') ? body.slice(1).trim() : body;
}

function isElement(value: unknown): value is ModdleElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}
