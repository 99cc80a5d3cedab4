/**
 * The shapes that go over HTTP under `/api/v1`. Browsers import these types (types only) from here; nothing else of `src` reaches them.
 * Instants are ISO 8601 in UTC, dates are plain `yyyy-mm-dd` of Asia/Shanghai, limits are working days unless a name says otherwise.
 */

export type Role = 'enterprise' | 'clerk' | 'reviewer' | 'agency' | 'secretary' | 'leader' | 'sealkeeper' | 'supervisor' | 'admin';

/** `application/problem+json` (RFC 9457). `code` is stable; `errors` points into the request; further members say what is possible instead. */
export interface Problem {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  detailEn: string;
  /** Reference number to quote to the operator. */
  requestId: string;
  errors?: FieldError[];
  /** With 409: the actions possible now. */
  available?: AvailableAction[];
  /** With 409 for a stale version: the version now. */
  currentVersion?: number;
  [further: string]: unknown;
}

export interface FieldError {
  /** JSON pointer into the form, e.g. `/S02/creditCode`. */
  pointer: string;
  message: string;
  messageEn?: string;
}

export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  pageSize: number;
}

// ——— sessions ———
export interface SessionRequest {
  username: string;
  password: string;
}
export interface SessionView {
  token: string;
  expiresAt: string;
  person: PersonView;
}
export interface PersonView {
  id: string;
  username: string;
  name: string;
  roles: Role[];
  department?: { id: string; name: string };
  /** The enterprise or review agency the person acts for. */
  organisation?: { id: string; name: string; creditCode: string };
}

// ——— items, guidance, forms ———
export interface ItemView {
  code: string;
  seq: number;
  nameZh: string;
  nameEn: string;
  stage: { id: string; zh: string; en: string };
  itemType: { id: string; zh: string; en: string };
  department: { id: string; zh: string };
  statutoryLimitWorkdays: number | null;
  promisedLimitWorkdays: number | null;
  clockStartsFrom: 'acceptance' | 'receipt';
  /** Always `reconstruction` until an administrator imports the official list. */
  dataStatus: string;
  [more: string]: unknown;
}
export interface ItemListView extends Page<ItemView> {
  /** Says that the list is a reconstruction. Screens must show it. */
  notice: { status: string; zh: string; en: string };
  listVersion: number;
}

/** `POST /guidance`: which items apply, what they ask for and how long they take. */
export interface GuidanceRequest {
  projectType: string;
  stage: string;
  /** Answers by question key (booleans, numbers or enum codes), possibly none yet. */
  answers?: Record<string, unknown>;
  /** Items already chosen, to compute materials and limits of exactly these. */
  items?: string[];
}
export interface GuidanceView {
  questions: { key: string; labelZh: string; labelEn: string; type: 'boolean' | 'number' | 'enum'; options?: { value: string; label: string }[]; unit?: string }[];
  items: { code: string; nameZh: string; applies: 'yes' | 'maybe' | 'no'; why: string; department: string; promisedLimitWorkdays: number | null; statutoryLimitWorkdays: number | null; chosen: boolean }[];
  materials: MaterialView[];
  sections: { code: string; title: string }[];
  faults: { message: string; items: string[] }[];
  stageLimitWorkdays?: number;
}

/** `GET /forms/stage?items=a,b` and `GET /forms/{key}`: JSON Schema 2020-12 with Chinese titles; `x-` keywords carry units, order, visibility. */
export interface FormView {
  key: string;
  title: string;
  schema: Record<string, unknown>;
}

export interface MaterialView {
  /** Stable within a case: item codes and name merged, each material once. */
  key: string;
  nameZh: string;
  nameEn: string;
  /** Who supplies it. Shared and earlier results are never asked of the applicant. */
  source: 'applicant' | 'shared' | 'earlierItem' | 'system';
  required: boolean;
  tolerableMissing: boolean;
  waivableByCommitment: boolean;
  items: string[];
  note?: string;
  attachments: AttachmentView[];
}
export interface AttachmentView {
  id: string;
  material: string;
  name: string;
  mediaType: string;
  size: number;
  sha256: string;
  uploadedAt: string;
}

// ——— projects ———
export interface ProjectRequest {
  name: string;
  projectType: string;
  /** 投资项目统一代码, may come later. */
  projectCode?: string;
}
export interface ProjectView {
  id: string;
  name: string;
  projectType: string;
  projectCode?: string;
  organisation: { id: string; name: string };
  version: number;
  createdAt: string;
  clock?: ClockSummary & { limitWorkdays: number };
  cases: { id: string; number: string; stage: string; status: CaseStatus; statusText: string }[];
}

// ——— cases ———
export type CaseStatus =
  | 'draft'
  | 'submitted'
  | 'awaitingCorrection'
  | 'notAccepted'
  | 'accepted'
  | 'examining'
  | 'examined'
  | 'deciding'
  | 'approved'
  | 'refused'
  | 'filed'
  | 'closed'
  | 'withdrawn'
  | 'terminated'
  | 'stopped'
  | 'incident';

export type Light = 'green' | 'yellow' | 'red' | 'paused' | 'done';

export interface ClockSummary {
  state: string;
  usedWorkdays: number;
  remainingWorkdays: number | null;
  due: string | null;
  provisional: boolean;
  light: Light;
}

export interface CaseRequest {
  projectId: string;
  stage: string;
  items: string[];
}

export interface CaseListRow {
  id: string;
  number: string;
  kind: 'stage' | 'item';
  title: string;
  stage: string;
  itemCode?: string;
  status: CaseStatus;
  statusText: string;
  applicant: string;
  submittedAt?: string;
  due?: string | null;
  light?: Light;
  version: number;
}

/** One thing that this person may do now. The buttons of a case page are exactly these. */
export interface AvailableAction {
  action: string;
  label: string;
  labelEn: string;
  /** The work item that the action completes, where it completes one. */
  workItem?: string;
  step?: string;
  /** Key of the form to fill with the action (`GET /forms/{key}`). */
  form?: string;
  /** Values to offer in that form. */
  suggestion?: Record<string, unknown>;
  /** The request that does it, where it is another than `POST /cases/{id}/actions`. */
  call?: { method: 'POST' | 'PUT'; path: string; body: Record<string, unknown> };
  /** What the law asks for at this moment beyond the form itself, in one sentence, and the fields that it means. */
  hint?: string;
  hintEn?: string;
  demands?: string[];
}

export interface CaseView extends CaseListRow {
  project: { id: string; name: string; projectType: string; projectCode?: string };
  organisation: { id: string; name: string; creditCode: string };
  /** One sentence: who holds the case, what happens next, until when. */
  waitingFor: string;
  items: { code: string; nameZh: string; itemType: string; department: { id: string; name: string }; caseId?: string; status: CaseStatus | 'chosen'; statusText: string; clock?: ClockSummary; decision?: { outcome: 'approved' | 'refused'; reasons: string; decidedOn: string; by: string } }[];
  sections: string[];
  form: Record<string, Record<string, unknown>>;
  formRevision: number;
  /** For a draft: what the list of items in force asks otherwise than the one under which the draft was begun. Everything else stays answered. */
  listChange?: { from: number; to: number; addedSections: string[]; droppedSections: string[]; addedMaterials: { key: string; nameZh: string; nameEn: string }[]; droppedMaterials: { key: string; nameZh: string; nameEn: string }[]; withdrawnItems: { code: string; nameZh: string }[] };
  materials: MaterialView[];
  workItems: WorkItemView[];
  /** What stands open beside the flow: a pause, a hearing, a public notice, an objection, an owed paper, an opinion to confirm, a correction. */
  /** Who was sent the case to read, and when he did; for people of the office. */
  copies?: { person: string; sentBy: string; sentAt: string; readAt: string | null }[];
  /** What others sign at the open work; for people of the office. */
  countersignings?: CountersigningView[];
  openMatters: { kind: string; id: string; label: string; state?: string }[];
  availableActions: AvailableAction[];
  /** What the person might expect here, and why it is not possible. */
  unavailableActions: { action: string; label: string; why: string }[];
  correction?: CorrectionView;
  corrections: CorrectionView[];
  review?: ReviewView;
  meeting?: MeetingView;
  opinions: OpinionView[];
  documents: DocumentView[];
  clock?: ClockSummary;
  flow?: { key: string; version: number };
  /** For the applicant: asked beside the number in the public progress lookup. */
  queryCode?: string;
}

/** `POST /cases/{id}/actions`. Optionally with header `Idempotency-Key`. */
export interface ActionRequest {
  action: string;
  /** Needed when several open work items offer the action. */
  workItem?: string;
  form?: Record<string, unknown>;
  version: number;
}

/** Answer of `POST /cases/{id}/actions`: what the act has led to; `GET /cases/{id}` has the rest. */
export interface ActionResult {
  caseId: string;
  number: string;
  status: CaseStatus;
  version: number;
}

export interface CaseEventView {
  seq: number;
  type: string;
  /** Chinese sentence of the record 过程记录. */
  text: string;
  at: string;
  on: string;
  actor: string;
  step?: string;
  data: Record<string, unknown>;
  hash: string;
}

/** `GET /cases/{id}/diagram`: the pinned diagram and how far the case is. */
export interface DiagramView {
  xml: string;
  done: string[];
  active: string[];
}

export interface DayView {
  date: string;
  counted: boolean;
  why: string;
  article: string;
}
/** `GET /cases/{id}/clock` and `GET /projects/{id}/clock` answer in the shape of `onestop clock`. */
export interface ClockView extends ClockSummary {
  acceptedOn?: string | null;
  days: DayView[];
  refused?: { event: number; reason: string }[];
  limitWorkdays?: number;
  promised?: ClockSummary;
  /** For a stage that several departments handle together: the outer limit of 45 working days (行政许可法 42). */
  joint?: ClockSummary & { limitWorkdays: number };
  /** With `?strike=`: what the clock would be without these pauses. */
  ifStruck?: { asRecorded: ClockSummary; ifStruck: ClockSummary; workdaysRestored: number };
  exhaustedOn?: string | null;
}

// ——— work items ———
export interface WorkItemView {
  id: string;
  caseId: string;
  caseNumber: string;
  caseTitle: string;
  step: string;
  name: string;
  act?: string;
  form?: string;
  role?: string;
  department?: { id: string; name: string };
  status: 'open' | 'done' | 'cancelled';
  /** Id of the person who claimed it or to whom it was given. */
  assigneeId?: string;
  /** Id of the person who delegated it and gets it back. */
  delegatedBy?: string;
  urgedTimes?: number;
  /** The absent colleague whose work it is; `text` says 代 … 办理. */
  onBehalfOf?: { id: string; name: string; text: string };
  /** Why it came back, and whether it goes straight back when it is done. */
  returned?: { from: string; by: string; reason: string; straightBack: boolean };
  /** What this person may do with it now: complete it, or a gesture that moves no flow (claim, transfer, delegate, urge …). */
  availableActions: WorkItemAction[];
  /** What others sign at it, or what this request belongs to; in lists of people of the office. */
  countersignings?: CountersigningView[];
  openedAt: string;
  dueOn: string | null;
  light: Light;
  doneAt?: string;
  doneBy?: string;
  outcome?: string;
}

/** An action of a work item with the request that does it. */
export interface WorkItemAction extends AvailableAction {
  workItem: string;
  call: {
    method: 'POST' | 'PUT';
    /** Below `/api/v1`. */
    path: string;
    /** What of the body is known; the rest is for the person to say. */
    body: Record<string, unknown>;
  };
}

/** Several people on one piece of work: signers before 前加签 or after 后加签, or a vote 会签、或签、票签、依次. */
export interface CountersigningView {
  id: string;
  workItem: string;
  kind: 'before' | 'after' | 'vote';
  /** How it is called: 前加签, 后加签, 会签, 或签, 票签（50%）, 依次会签. */
  name: string;
  mode: 'all' | 'any' | 'ratio' | 'sequence';
  ratio?: string;
  base?: 'all' | 'votes';
  quorum?: number;
  /** The flow asks for it. */
  drawn: boolean;
  /** The outcome that is put to the vote. */
  proposal?: string;
  question?: string;
  status: 'waiting' | 'open' | 'heard' | 'passed' | 'notPassed' | 'ended';
  startedBy: string;
  startedAt: string;
  endedAt?: string;
  /** Weights. */
  tally: { agree: number; disagree: number; abstain: number; pending: number };
  signatures: { id: string; personId: string; person: string; weight: number; state: 'waiting' | 'asked' | 'signed' | 'removed' | 'notNeeded' | 'dismissed'; choice?: 'agree' | 'disagree' | 'abstain'; choiceText?: string; opinion?: string; signedAt?: string }[];
}

/** A case sent to somebody to be read 抄送. The list of one's own copies also answers `unread`, their number. */
export interface ReadingCopyView {
  id: string;
  caseId: string;
  caseNumber: string;
  caseTitle: string;
  personId: string;
  person: string;
  note?: string;
  sentBy: string;
  sentAt: string;
  readAt: string | null;
}

// ——— beside the flow ———
export interface CorrectionItem {
  kind: 'field' | 'material';
  /** JSON pointer of the field, or key of the material. */
  target: string;
  reason: string;
  norm: string;
}
export interface CorrectionView {
  id: string;
  caseId: string;
  status: 'open' | 'answered' | 'lapsed';
  items: CorrectionItem[];
  noticedOn: string;
  dueOn: string | null;
  answeredOn?: string;
  documentId?: string;
}
/** What one department wants corrected; told to the applicant by the window. */
export interface CorrectionRequestView {
  id: string;
  caseId: string;
  departmentId: string;
  items: CorrectionItem[];
  ground?: 'newFact' | 'weMissedIt';
  explanation?: string;
  status: 'waiting' | 'noticed' | 'dropped';
  correctionId?: string;
  requestedAt: string;
}
/** A special procedure 特殊环节. `key` names it in the record and in `GET /cases/{id}/clock?strike=`. */
export interface PauseView {
  id: string;
  key: string;
  caseId: string;
  caseNumber: string;
  title: string;
  itemCode?: string;
  kind: string;
  article: string;
  reason: string;
  contact: string;
  startedOn: string;
  neededWorkdays: number;
  /** Last day of the time that was told; the pause ends by itself after it. */
  capOn: string | null;
  /** Which pause of its item it is. */
  nth: number;
  status: 'open' | 'closed' | 'expired';
  endedOn: string | null;
  openedBy: string;
  departmentId: string | null;
  documentId?: string;
}
export interface ReviewView {
  id: string;
  caseId: string;
  status: 'commissioned' | 'reported';
  agency: string;
  scope: string;
  items: string[];
  commissionedOn: string;
  dueOn: string | null;
  reportedOn?: string;
  conclusion?: 'pass' | 'passAfterChanges' | 'fail';
  report?: Record<string, unknown>;
}
export interface MeetingView {
  id: string;
  caseId: string;
  status: 'called' | 'held';
  heldAt: string;
  place: string;
  chair?: string;
  agenda: { title: string; items: string[] }[];
  opinions: OpinionView[];
  minutes?: Record<string, unknown>;
}
export interface OpinionView {
  id: string;
  kind: 'examination' | 'verification' | 'meeting' | 'filing' | 'hearing' | 'thirdParty' | 'countersign';
  itemCode?: string;
  department: { id: string; name: string };
  person: string;
  conclusion: string;
  text: string;
  at: string;
}

// ——— documents ———
export interface DocumentView {
  id: string;
  caseId: string;
  kind: string;
  kindText: string;
  number: string;
  title: string;
  status: 'pending' | 'rendered' | 'awaitingSeal' | 'sealed' | 'failed';
  state: 'valid' | 'replaced' | 'revoked';
  issuedOn: string;
  verifyCode: string;
  sha256?: string;
  /** `GET /documents/{id}/content` answers the PDF once it is there. */
  ready: boolean;
}

// ——— permits ———
/** What an approval leaves behind; its id is that of the item case. */
export interface PermitView {
  id: string;
  itemCode: string;
  title: string;
  issuedOn: string;
  validFrom: string | null;
  validUntil: string | null;
  /** Last day to begin; null where the law sets none or it was begun. */
  startBy: string | null;
  startExtensions: number;
  startedOn: string | null;
  state: 'valid' | 'lapsed' | 'revoked' | 'recalled' | 'deregistered' | 'forfeited';
  stateText: string;
  endedOn: string | null;
  endReason?: string;
  requests?: PermitRequestView[];
}
export interface PermitRequestView {
  id: string;
  permitId: string;
  kind: 'renewal' | 'change' | 'startExtension';
  content: string;
  requestedOn: string;
  askableUntil: string | null;
  decideBy: string | null;
  status: 'pending' | 'granted' | 'refused' | 'grantedByLaw';
  decidedOn: string | null;
  reasons?: string;
}

// ——— flows ———
export interface Finding {
  rule: string;
  severity: 'error' | 'warning';
  elements: string[];
  message: string;
  messageEn?: string;
  path?: string[];
}
export interface FlowCheckView {
  ok: boolean;
  findings: Finding[];
  soundness: { verdict: string; states: number };
  budget: { worstWorkdays: number | null; limitWorkdays: number | null; criticalPath: string[]; perStage: Record<string, unknown> };
}
export interface FlowRow {
  key: string;
  name: string;
  publishedVersion?: number;
  publishedAt?: string;
  draftVersion: number;
  draftChangedAt: string;
  openCases: number;
}
export interface FlowView extends FlowRow {
  xml: string;
  check: FlowCheckView;
}
/** `PUT /flows/{key}/draft` – always stored; the findings come back with it. */
export interface FlowDraftRequest {
  xml: string;
  version: number;
}
export interface FlowVersionView {
  key: string;
  number: number;
  hash: string;
  publishedAt: string;
  publishedBy: string;
  xml?: string;
  check?: FlowCheckView;
}

// ——— without sign-in ———
/** `GET /public/progress?number=&code=` */
export interface PublicProgressView {
  number: string;
  title: string;
  status: CaseStatus;
  statusText: string;
  receivedOn: string | null;
  acceptedOn: string | null;
  items: { name: string; status: CaseStatus; statusText: string; decidedOn: string | null }[];
}
/** `GET /public/verify/{code}` */
export interface PublicVerifyView {
  found: boolean;
  verdict: 'valid' | 'replaced' | 'revoked' | 'notSealedYet' | 'unknown';
  text: string;
  /** How the permit ended that the document proves: lapsed 失效, revoked 撤销, recalled 撤回, deregistered 注销, forfeited 吊销. */
  permit?: { state: PermitView['state']; stateText: string; endedOn: string | null; validUntil: string | null };
  document?: { number: string; title: string; kind: string; issuedOn: string; issuer: string; sha256: string | null; sealedAt: string | null; sealName?: string; fingerprint?: string };
}

// ——— what running flows hear, ask and cannot do ———
/** A message that was delivered. */
export interface MessageReceipt {
  caseId: string;
  number: string;
  version: number;
}

/** A signal that is on its way, to so many cases. */
export interface SignalReceipt {
  name: string;
  cases: number;
}

/** A place at which the flow of a case cannot go on. */
export interface IncidentView {
  id: string;
  caseId: string;
  caseNumber: string;
  caseTitle: string;
  caseVersion: number;
  element: string;
  elementName: string;
  reason: string;
  status: 'open' | 'resolved' | 'ended';
  openedAt: string;
  resolvedAt?: string;
  resolution?: 'retry' | 'skip';
  explanation?: string;
}

export interface IncidentResolutionResult {
  caseId: string;
  number: string;
  version: number;
  /** The same place cannot go on again. */
  standsAgain: boolean;
}

export interface DecisionTableView {
  key: string;
  number: number;
  name: string;
  hash: string;
  publishedBy: string;
  publishedAt: string;
  xml?: string;
}

export interface DecisionCheckView {
  ok: boolean;
  findings: unknown[];
  key?: string;
  name?: string;
}

/** What a table decides on the given values: its value, the same under the names of its outputs, and the rules that applied. */
export interface DecisionTrialView {
  value: unknown;
  variables: Record<string, unknown>;
  rules: string[];
}

/** What an administrator proposed to do with a case, and what the second one said. */
export interface InterventionView {
  id: string;
  caseId: string;
  caseNumber: string;
  caseTitle: string;
  kind: 'reassign' | 'reroute' | 'end';
  summary: string;
  reason: string;
  status: 'proposed' | 'done' | 'refused' | 'withdrawn' | 'lapsed';
  /** Whether it can still be confirmed: not once its time is over or the case has moved. */
  state: 'open' | 'expired' | 'outdated' | 'settled';
  workItem?: string;
  proposedBy: string;
  proposedAt: string;
  expiresAt: string;
  decidedBy?: string;
  decidedAt?: string;
  remarks?: string;
}
