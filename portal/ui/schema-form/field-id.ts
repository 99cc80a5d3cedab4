/** The element id of the input for a pointer, so that an error summary can link to it. */
export function fieldId(pointer: string): string {
  return `field${pointer.replace(/[^0-9A-Za-z]+/g, '-')}`;
}

/** Moves the focus to the input of a pointer, or to the nearest question that holds it. */
export function focusField(pointer: string): boolean {
  for (let at = pointer; at !== ''; at = at.slice(0, at.lastIndexOf('/'))) {
    const element = document.getElementById(fieldId(at));
    if (!element) continue;
    const input = element.matches('input, select, textarea, fieldset, button') ? element : (element.querySelector<HTMLElement>('input, select, textarea, button') ?? element);
    input.focus();
    input.scrollIntoView({ block: 'center' });
    return true;
  }
  return false;
}
