import { DomainError } from '../errors/domain-error.js';

/** What is wrong with one field, in both languages. */
export interface FieldFault {
  /** JSON pointer into the form, e.g. `/S02/creditCode` or `/S14/participants/0/creditCode`. */
  readonly pointer: string;
  readonly message: string;
  readonly messageEn: string;
}

export function fault(pointer: string, message: string, messageEn: string): FieldFault {
  return { pointer, message, messageEn };
}

/** More would help nobody, and a hostile form must not make a large answer. */
const mostFaults = 200;

/** Throws `FORM_INVALID` with one message a field, the first that was found, when there is any fault. */
export function refuseFaults(faults: readonly FieldFault[]): void {
  if (faults.length === 0) return;
  const byPointer = new Map<string, FieldFault>();
  for (const found of faults) if (!byPointer.has(found.pointer)) byPointer.set(found.pointer, found);
  throw new DomainError('FORM_INVALID', { errors: [...byPointer.values()].slice(0, mostFaults) });
}
