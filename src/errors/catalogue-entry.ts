/** The kinds of refusal; `api/middleware/problem.ts` is the only place that knows their HTTP status. */
export type ErrorKind =
  | 'invalid'
  | 'unauthenticated'
  | 'forbidden'
  | 'missing'
  | 'conflict'
  | 'rejected'
  | 'tooLarge'
  | 'unsupportedMedia'
  | 'tooMany'
  | 'broken';

/** One sentence for people in each language; `{name}` is filled from the details of the error. */
export interface CatalogueEntry {
  readonly kind: ErrorKind;
  readonly zh: string;
  readonly en: string;
}
