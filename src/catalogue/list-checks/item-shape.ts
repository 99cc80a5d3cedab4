import { listOf, mapOf, oneOf, optional, orNull, record, text, wholeNumber, yesOrNo, type Shape } from './shape.js';

const name = text(200);
const reference = record({ id: text(64), zh: name });
const answer = oneOf('yes', 'maybe', 'no');

const material = record({
  code: optional(text(120)),
  nameZh: name,
  nameEn: name,
  source: oneOf('applicant', 'shared', 'earlierItem', 'system'),
  documentForm: oneOf('original', 'copy'),
  electronicAccepted: yesOrNo,
  required: yesOrNo,
  requiredWhen: optional(text(64)),
  waivableByCommitment: yesOrNo,
  tolerableMissing: yesOrNo,
  producedBy: optional(text(64)),
});

/** The columns that the product works with; a law never gives more than a year for one decision, so 400 days is a slip of the pen. */
export const itemShape: Shape = record({
  seq: wholeNumber(1, 9999),
  code: text(64),
  nationalBasicCode: orNull(text(40)),
  nameZh: name,
  nameEn: name,
  ownerDepartment: reference,
  receivingBody: reference,
  acceptanceWindow: reference,
  delegationMode: text(64),
  itemType: record({ id: oneOf('XK', 'BA', 'QR', 'JS', 'QT'), zh: name, en: name, gbt39046Code: text(64) }),
  handlingType: text(64),
  stage: record({ id: oneOf('LX', 'GC', 'SG', 'JG', 'BX', 'QY'), zh: name, en: name }),
  appliesToProjectTypes: listOf(text(64)),
  legalBasis: listOf(record({ instrument: name, article: text(200), status: text(64) })),
  clock: record({
    startsFrom: oneOf('acceptance', 'receipt'),
    lawUnit: text(64),
    correctionNoticeWorkdays: orNull(wholeNumber(0, 5)),
    extensionMaxWorkdays: wholeNumber(0, 60),
    excludedPeriods: listOf(text(200)),
  }),
  statutoryLimitWorkdays: orNull(wholeNumber(0, 400)),
  promisedLimitWorkdays: wholeNumber(0, 400),
  promisedLimitByProjectType: mapOf(wholeNumber(0, 400)),
  applicability: record({ rule: text(), code: text(64) }),
  prerequisites: listOf(record({ anyOf: listOf(text(64)), kind: oneOf('hard', 'soft'), when: orNull(text()), basis: orNull(text()), whenCode: text(64) })),
  constructionGate: orNull(text(200)),
  procedures: record({
    expertReview: answer,
    commissionedTechnicalReview: answer,
    meetingStudy: answer,
    hearing: answer,
    publicNotice: answer,
    siteInspection: answer,
    commitmentSystem: answer,
    tolerantAcceptance: answer,
  }),
  result: record({ documentZh: name, documentEn: name, kind: text(64), validity: record({ type: text(64) }) }),
  materials: listOf(material),
  formSections: listOf(text(16)),
  dataStatus: text(64),
});

export const metaShape: Shape = record({
  title: name,
  titleZh: name,
  status: text(),
  count: wholeNumber(0, 9999),
  projectTypes: mapOf(name),
  stages: mapOf(record({ zh: name, en: name, order: wholeNumber(0, 99) })),
  formSections: mapOf(name),
  departments: mapOf(record({ zh: name, en: name })),
  receivingBodies: mapOf(record({ zh: name, en: name })),
  mutuallyExclusive: listOf(listOf(text(64))),
});
