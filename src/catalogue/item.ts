/**
 * The words of the item catalogue (事项目录). An item is data that an administrator edits; nothing in the code knows one of the 56 by name.
 * Limits are working days unless `clock.lawUnit` says that the act leaves the unit open.
 */

export type ProjectType =
  | 'GOV_BUILDING'
  | 'GOV_LINEAR'
  | 'SOCIAL_GENERAL'
  | 'SOCIAL_SMALL'
  | 'SOCIAL_WITH_SCHEME'
  | 'INDUSTRIAL_STANDARD_LAND'
  | 'ENTERPRISE';

/** LX 立项用地规划许可, GC 工程建设许可, SG 施工许可, JG 竣工验收, BX 并行推进, QY 企业经营 (outside the stages). */
export type StageCode = 'LX' | 'GC' | 'SG' | 'JG' | 'BX' | 'QY';

/** XK 行政许可, BA 备案, QR 行政确认, JS 技术审查, QT 其他行政权力. */
export type ItemTypeCode = 'XK' | 'BA' | 'QR' | 'JS' | 'QT';

export type MaterialSource = 'applicant' | 'shared' | 'earlierItem' | 'system';

export interface NamedReference {
  readonly id: string;
  readonly zh: string;
  readonly en?: string;
}

export interface PrerequisiteRule {
  /** Any one of these items is enough. */
  readonly anyOf: readonly string[];
  /** `hard` blocks acceptance or decision; `soft` warns and may be replaced by 容缺 or 告知承诺. */
  readonly kind: 'hard' | 'soft';
  /** The condition in words, for people. */
  readonly when: string | null;
  readonly basis: string | null;
  /** The condition for the machine; see `conditions.ts`. */
  readonly whenCode: string;
}

export interface Material {
  /** Stable key of the paper in a case. The same code in two items is the same paper, asked once. */
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly source: MaterialSource;
  readonly documentForm: 'original' | 'copy';
  readonly electronicAccepted: boolean;
  readonly required: boolean;
  /** Condition code that makes an optional paper required, e.g. `AGENT_FILES`. */
  readonly requiredWhen?: string;
  /** 告知承诺 may replace it. */
  readonly waivableByCommitment: boolean;
  /** 容缺: it may be handed in later. */
  readonly tolerableMissing: boolean;
  /** The item whose result this is, for `earlierItem`. */
  readonly producedBy?: string;
  readonly note?: string;
}

export interface ItemClock {
  readonly startsFrom: 'acceptance' | 'receipt';
  /** `workday`, or `日 (unspecified)` where the special act does not say which day it means (rule B19). */
  readonly lawUnit: string;
  /** Working days to tell the applicant once what is missing (rules A6, A9); 0 = on the spot; null = a filing, no window. */
  readonly correctionNoticeWorkdays: number | null;
  readonly extensionMaxWorkdays: number;
  /** The eight procedures of 行政许可法 art. 45 (`hearing`, `tender`, …), and what a special act leaves out besides, in its own words. */
  readonly excludedPeriods: readonly string[];
  readonly limitNote?: string | null;
}

export type ProcedureAnswer = 'yes' | 'maybe' | 'no';

export interface Item {
  readonly seq: number;
  readonly code: string;
  /** National basic code; null where no public source shows one. Never guessed. */
  readonly nationalBasicCode: string | null;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly ownerDepartment: NamedReference;
  readonly receivingBody: NamedReference;
  readonly acceptanceWindow: NamedReference;
  readonly delegationMode: string;
  readonly itemType: { readonly id: ItemTypeCode; readonly zh: string; readonly en: string; readonly gbt39046Code: string };
  readonly handlingType: string;
  readonly stage: { readonly id: StageCode; readonly zh: string; readonly en: string };
  readonly appliesToProjectTypes: readonly ProjectType[];
  readonly legalBasis: readonly { readonly instrument: string; readonly article: string; readonly status: string }[];
  readonly clock: ItemClock;
  /** null = no statutory limit, 0 = on the spot. */
  readonly statutoryLimitWorkdays: number | null;
  readonly promisedLimitWorkdays: number;
  /** Overrides the promise for a project type; 0 = merged into another item or not run. */
  readonly promisedLimitByProjectType: Readonly<Partial<Record<ProjectType, number>>>;
  readonly applicability: { readonly rule: string; readonly code: string };
  readonly prerequisites: readonly PrerequisiteRule[];
  /** What must be finished before works (or discharge) begin although it does not stop the permit chain, e.g. the EIA. */
  readonly constructionGate: string | null;
  readonly procedures: {
    readonly expertReview: ProcedureAnswer;
    readonly commissionedTechnicalReview: ProcedureAnswer;
    readonly meetingStudy: ProcedureAnswer;
    readonly hearing: ProcedureAnswer;
    readonly publicNotice: ProcedureAnswer;
    readonly siteInspection: ProcedureAnswer;
    readonly commitmentSystem: ProcedureAnswer;
    readonly tolerantAcceptance: ProcedureAnswer;
  };
  readonly result: {
    readonly documentZh: string;
    readonly documentEn: string;
    readonly kind: string;
    readonly validity: { readonly type: string; readonly [more: string]: unknown };
    readonly validityNote?: string | null;
  };
  readonly materials: readonly Material[];
  readonly formSections: readonly string[];
  readonly notes?: string;
  /** `reconstruction` until an administrator has imported the official list. */
  readonly dataStatus: string;
}

/** What stands above the items in a list: its status and the names the items refer to. */
export interface ItemListMeta {
  readonly title: string;
  readonly titleZh: string;
  readonly status: string;
  readonly count: number;
  readonly projectTypes: Readonly<Record<string, string>>;
  readonly stages: Readonly<Record<string, { readonly zh: string; readonly en: string; readonly order: number }>>;
  readonly formSections: Readonly<Record<string, string>>;
  readonly departments: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
  readonly receivingBodies: Readonly<Record<string, { readonly zh: string; readonly en: string }>>;
  readonly mutuallyExclusive: readonly (readonly [string, string])[];
}
