/** The text of docs/ERRORS.md for an error catalogue. */
export function errorsPage(catalogue: Readonly<Record<string, { readonly kind: string; readonly zh: string; readonly en: string }>>): string;
