import type { CatalogueEntry } from '../catalogue-entry.js';

/** Documents 文书, seals and their verification. */
export const documentErrors = {
  DOCUMENT_NOT_FOUND: { kind: 'missing', zh: '没有这份文书：{id}', en: 'There is no such document: {id}' },
  DOCUMENT_KIND_UNKNOWN: { kind: 'invalid', zh: '没有这种文书：{kind}', en: 'There is no such kind of document: {kind}' },
  DOCUMENT_INCOMPLETE: { kind: 'invalid', zh: '《{title}》不能制发：{missing}', en: 'This document ({kind}) cannot be issued: {missing}' },
  DOCUMENT_NUMBER_INVALID: {
    kind: 'invalid',
    zh: '文号不合规：机关代字“{bodyShort}”，年份 {year}，顺序号 {serial}',
    en: 'Not a document number: body "{bodyShort}", year {year}, serial {serial}',
  },
  PDF_NOT_SEALABLE: { kind: 'invalid', zh: '这份 PDF 不能加盖电子印章：{reason}', en: 'This PDF cannot be sealed: {reason}' },
  SEAL_NOT_OF_ISSUER: {
    kind: 'conflict',
    zh: '印章“{seal}”不是发文机关“{issuer}”的印章',
    en: 'The seal of "{seal}" is not a seal of the issuing body "{issuer}"',
  },
  SEAL_KEY_UNUSABLE: { kind: 'invalid', zh: '印章密钥不能使用：{reason}', en: 'The key of the seal cannot be used: {reason}' },
  SEAL_NOT_FOUND: { kind: 'conflict', zh: '{department} 还没有启用的印章', en: '{department} has no active seal' },
} as const satisfies Record<string, CatalogueEntry>;
