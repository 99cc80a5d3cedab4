import { catalogue, type ErrorCode, type ErrorKind } from './catalogue.js';

/**
 * Everything that this product throws on purpose.
 *
 * `code` is stable and documented in `docs/ERRORS.md`; `kind` decides the HTTP status (only `api/middleware/problem.ts` knows which);
 * `message` is the Chinese sentence for people, `messageEn` the English one; `details` says what is possible instead
 * (field messages, the actions now available, the current version, findings …).
 */
export class DomainError extends Error {
  readonly code: ErrorCode;
  readonly kind: ErrorKind;
  readonly messageEn: string;
  readonly details: Record<string, unknown>;

  constructor(code: ErrorCode, details: Record<string, unknown> = {}) {
    const entry = catalogue[code];
    super(fillIn(entry.zh, details));
    this.name = 'DomainError';
    this.code = code;
    this.kind = entry.kind;
    this.messageEn = fillIn(entry.en, details);
    this.details = details;
  }
}

/** Fills `{name}` of a catalogue sentence from the details; an unknown name stays visible, so that a test finds it. */
function fillIn(sentence: string, details: Record<string, unknown>): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => (details[name] === undefined ? whole : String(details[name])));
}
