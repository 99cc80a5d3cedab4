import { DomainError } from '../errors/domain-error.js';

/** The body in whose name a document is issued: with 委托 the entrusting authority, with 授权 the empowered one (许可法 23, 24; T10). */
export interface IssuingBody {
  /** Full name as it stands on paper and on the seal. */
  name: string;
  address?: string;
  phone?: string;
}

/** The person or body to whom a document is addressed. */
export interface Addressee {
  name: string;
  /** 统一社会信用代码, or the number of an identity document. */
  idNumber?: string;
  agent?: string;
  address?: string;
  phone?: string;
}

/** One item 事项 as it is named on paper. */
export interface ItemOnPaper {
  code?: string;
  name: string;
}

/** The norm behind a sentence: name of the act with the article, e.g. 《中华人民共和国建筑法》第八条. */
export type Norm = string;

/** What the addressee may do against the act, and until when (行政复议法 20, 行政诉讼法 46). Both names are settings of the issuing body. */
export interface Remedies {
  /** Authority that hears the reconsideration 行政复议机关. */
  reconsiderationBody: string;
  /** Calendar days from knowing of the act; 60 unless an act gives more. */
  reconsiderationDays?: number;
  /** Court with jurisdiction. */
  court: string;
  /** Months from knowing of the act; 6 unless an act says otherwise. */
  litigationMonths?: number;
  /** Reconsideration must come first, e.g. 反间谍法 68. */
  reconsiderationFirst?: boolean;
}

/** What every document has. All numbers and dates come from outside: a record always renders to the same bytes. */
export interface DocumentRecord {
  /** 文号, complete (see `formatDocumentNumber`). */
  number: string;
  issuer: IssuingBody;
  /** Date of the document, `yyyy-mm-dd` in Asia/Shanghai. */
  issuedOn: string;
  /** Code by which anybody can check the document; Latin letters, digits and hyphens only. */
  verifyCode: string;
  /** Address that the QR code opens. */
  verifyUrl: string;
  caseNumber?: string;
  projectName?: string;
  projectCode?: string;
  /** True when the document relies on reconstructed reference data; a small note then says so. */
  reconstructed?: boolean;
}

/** The field messages of a record that may not be issued: field → what is missing. */
export type Faults = Record<string, string>;

/** Refuses a record that lacks what the law demands of the document. @throws DomainError DOCUMENT_INCOMPLETE with `fields` */
export function refuseIncomplete(kind: string, title: string, faults: Faults): void {
  if (Object.keys(faults).length === 0) return;
  throw new DomainError('DOCUMENT_INCOMPLETE', { kind, title, fields: faults, missing: Object.values(faults).join('；') });
}

/** What is missing or wrong in the part that all documents share. */
export function faultsOfRecord(record: DocumentRecord): Faults {
  return {
    ...blank(record, { number: '缺少文号', verifyUrl: '缺少核验地址' }),
    ...(isBlank(record.issuer?.name) ? { 'issuer.name': '缺少发文机关名称' } : {}),
    ...(isPlainDate(record.issuedOn) ? {} : { issuedOn: '成文日期应为 yyyy-mm-dd' }),
    ...(/^[A-Za-z0-9-]{4,40}$/.test(record.verifyCode ?? '') ? {} : { verifyCode: '核验码应由字母、数字和连字符组成' }),
  };
}

/** The fields of `messages` that are blank in the record, each with its message. */
export function blank<R extends object>(record: R, messages: { [K in keyof R]?: string }): Faults {
  const faults: Faults = {};
  for (const [field, message] of Object.entries(messages) as [keyof R & string, string][]) {
    if (isBlank(record[field])) faults[field] = message;
  }
  return faults;
}

/** Checks the remedy clause: both ways and both names must be told (许可法 38, 行诉解释 64). */
export function faultsOfRemedies(remedies: Remedies | undefined): Faults {
  if (!remedies) return { remedies: '缺少行政复议和行政诉讼的告知' };
  return {
    ...(isBlank(remedies.reconsiderationBody) ? { 'remedies.reconsiderationBody': '缺少行政复议机关名称' } : {}),
    ...(isBlank(remedies.court) ? { 'remedies.court': '缺少有管辖权的人民法院名称' } : {}),
  };
}

/** Is it missing: nothing, white space only, or an empty list? */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true;
  if (typeof value === 'string') return value.trim() === '';
  return Array.isArray(value) && value.length === 0;
}

/** Is it a day of the calendar written `yyyy-mm-dd`? */
export function isPlainDate(value: unknown): value is string {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(value)) return false;
  const date = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
}
