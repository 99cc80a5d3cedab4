/** One fault of an item list, with the place where an administrator finds it. */
export interface ListFault {
  /** JSON pointer into the file, e.g. `/items/3/prerequisites/0/anyOf/1`. */
  readonly place: string;
  /** Stable kebab-case id of the rule. */
  readonly code: string;
  readonly message: string;
  readonly messageEn: string;
}

export type ReportFault = (place: string, code: string, message: string, messageEn: string) => void;

/** Collects faults in the order in which they are found. */
export function faultCollector(): { readonly faults: ListFault[]; readonly report: ReportFault } {
  const faults: ListFault[] = [];
  return { faults, report: (place, code, message, messageEn) => faults.push({ place, code, message, messageEn }) };
}
