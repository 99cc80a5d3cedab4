import type { CatalogueEntry } from '../catalogue-entry.js';

/** Suspending 中止, resuming and terminating 终止 a case. */
export const suspensionErrors = {
  CASE_SUSPENDED: { kind: 'conflict', zh: '“{title}”自 {since} 起已中止办理（{label}），恢复办理后才能继续；现在可以恢复、终止或者由申请人撤回申请', en: '"{title}" has been suspended since {since}; it has to be resumed first. It can be resumed or terminated, or the applicant can withdraw' },
  CASE_NOT_SUSPENDED: { kind: 'conflict', zh: '“{title}”没有中止，可以正常办理', en: '"{title}" is not suspended' },
  SUSPENDED_WITH_STAGE: { kind: 'conflict', zh: '“{title}”随整个阶段中止，请在阶段办件中恢复', en: '"{title}" was suspended with its stage; resume the stage' },
  TERMINATION_AFTER_DECISION: { kind: 'conflict', zh: '已对下列事项作出决定，不能终止整个阶段：{names}；可以分别终止其余事项', en: 'These items were decided, so the stage cannot be terminated: {names}; the others can be, one by one' },
  WITHDRAWAL_AFTER_DECISION: { kind: 'conflict', zh: '已就“{names}”作出决定，不能撤回整个申请；其余事项可以由负责人终止办理，或者作出不予许可决定', en: 'Decisions have been made on "{names}", so the whole application can no longer be withdrawn; the other items can be terminated by the leader, or refused' },
  INTERVENTION_NOT_FOUND: { kind: 'missing', zh: '没有这项干预：{id}', en: 'There is no such intervention: {id}' },
  INTERVENTION_PENDING: { kind: 'conflict', zh: '该办件已有一项干预等待另一名管理员确认：{summary}；请先确认、拒绝或者撤回它', en: 'An intervention in this case waits for the second administrator; confirm, refuse or withdraw it first' },
  INTERVENTION_NEEDS_ANOTHER: { kind: 'forbidden', zh: '干预须由提出者以外的另一名管理员确认或者拒绝；提出者可以撤回', en: 'Another administrator than the one who proposed it has to confirm or refuse; the proposer can withdraw it' },
  INTERVENTION_NOT_YOURS: { kind: 'forbidden', zh: '只有提出者可以撤回这项干预；您可以确认或者拒绝', en: 'Only who proposed it can withdraw it; you can confirm or refuse it' },
  INTERVENTION_NOT_OPEN: { kind: 'conflict', zh: '这项干预已经处理：{status}；需要时请重新提出', en: 'This intervention was settled before: {status}; propose it again if needed' },
  INTERVENTION_EXPIRED: { kind: 'conflict', zh: '这项干预超过确认期限（{expiresAt}），已失效，请重新提出', en: 'The time to confirm this intervention ended on {expiresAt}; propose it again' },
  INTERVENTION_OUTDATED: { kind: 'conflict', zh: '提出干预以后办件又有新的办理，请核对后重新提出', en: 'The case has moved since; look at it and propose again' },
  INTERVENTION_INVALID: { kind: 'invalid', zh: '请补充：{missing}', en: 'Missing: {missing}' },
  INTERVENTION_SKIPS_LAW: { kind: 'conflict', zh: '改到“{to}”会跳过或者重复依法办理的环节：{skipped}。可以改到：{names}', en: 'A move to "{to}" would skip steps that the law demands, or do them a second time: {skipped}. Possible: {names}' },
} as const satisfies Record<string, CatalogueEntry>;
