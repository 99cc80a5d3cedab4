export const invariantRules = [
  'case-in-nobodys-queue',
  'work-without-person',
  'work-for-disabled-person',
  'work-without-token',
  'token-without-work',
  'timer-without-token',
  'token-without-timer',
  'call-without-case',
  'case-without-call',
  'flow-and-status-differ',
  'correction-without-work',
  'signing-differs',
  'matter-without-record',
  'endless-pause',
  'message-given-up',
  'record-broken',
  'badge-differs-from-list',
] as const;

export type InvariantRule = (typeof invariantRules)[number];

/** One place at which somebody could lose a case. */
export interface InvariantFinding {
  rule: InvariantRule;
  /** Empty where it is about the office and not about one case. */
  caseId: string;
  number: string;
  workItem?: string;
  /** What else it is about: the key of a token, a pause, a message, a person. */
  subject?: string;
  message: string;
  messageEn: string;
  /** Whether the product mends it when told to. */
  repairable: boolean;
  /** What the repair does, or who has to settle it and how. */
  remedy: string;
}

/** A finding as a rule tells it; the check adds rule, case and number. */
export type Found = Omit<InvariantFinding, 'rule' | 'caseId' | 'number'>;

/** Does the request mean this finding? A work item or subject that it does not name may be any. */
export function isMeant(finding: InvariantFinding, request: { rule: string; caseId: string; workItem?: string | undefined; subject?: string | undefined }): boolean {
  return finding.rule === request.rule && finding.caseId === request.caseId && (request.workItem === undefined || request.workItem === finding.workItem) && (request.subject === undefined || request.subject === finding.subject);
}
