/** The list of papers (S20) is made on the page for materials, from what the items ask for; nobody types it. */
export function onItsOwnPage(section: string): boolean {
  return section === 'S20';
}
