import type { CatalogueEntry } from '../catalogue-entry.js';

/** Refusals that any part may give. */
export const generalErrors = {
  REQUEST_INVALID: { kind: 'invalid', zh: '提交的内容有误，请按提示修改', en: 'The request has errors; see the field messages' },
  NOT_FOUND: { kind: 'missing', zh: '没有这个地址：{path}', en: 'There is no such address: {path}' },
  BODY_TOO_LARGE: { kind: 'tooLarge', zh: '提交的内容太大，上限为 {limit}', en: 'The request is too large; the limit is {limit}' },
  TOO_MANY_REQUESTS: { kind: 'tooMany', zh: '请求过于频繁，请 {seconds} 秒后再试', en: 'Too many requests; try again in {seconds} seconds' },
  IDEMPOTENCY_KEY_REUSED: { kind: 'conflict', zh: '同一个 Idempotency-Key 已用于另一个请求', en: 'This Idempotency-Key was used for a different request' },
  BROKEN_INVARIANT: { kind: 'broken', zh: '系统内部出错，请凭编号联系管理员', en: 'Internal error; quote the reference number to the operator' },
} as const satisfies Record<string, CatalogueEntry>;
