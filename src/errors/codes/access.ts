import type { CatalogueEntry } from '../catalogue-entry.js';

/** Who may: sign-in, roles, other people's things. */
export const accessErrors = {
  SIGN_IN_REQUIRED: { kind: 'unauthenticated', zh: '请先登录', en: 'Sign in first' },
  SIGN_IN_FAILED: { kind: 'unauthenticated', zh: '用户名或密码不正确', en: 'Wrong user name or password' },
  ACCOUNT_LOCKED: { kind: 'unauthenticated', zh: '连续多次密码错误，账号已锁定，请 {minutes} 分钟后再试', en: 'Too many wrong passwords; the account is locked for {minutes} minutes' },
  ROLE_REQUIRED: { kind: 'forbidden', zh: '您的岗位不能进行此操作，需要：{roles}', en: 'Your role may not do this; it needs: {roles}' },
  NOT_YOURS: { kind: 'forbidden', zh: '这不属于您或您的部门', en: 'This does not belong to you or your department' },
} as const satisfies Record<string, CatalogueEntry>;
