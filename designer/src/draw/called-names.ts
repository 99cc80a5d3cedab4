/** The names of the steps in the flows that this one calls, by their ids: a longest way goes through them too. */
export function namesIn(called: Readonly<Record<string, string>> | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const xml of Object.values(called ?? {})) {
    for (const element of new DOMParser().parseFromString(xml, 'application/xml').querySelectorAll('[id][name]')) names.set(element.id, element.getAttribute('name') ?? '');
  }
  return names;
}
