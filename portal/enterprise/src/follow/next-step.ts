import type { TFunction } from 'i18next';
import type { CaseListRow } from '../../../../src/api/contract.js';

export interface NextStep {
  readonly text: string;
  readonly to: string;
  /** The applicant must do it; otherwise somebody else is at work. */
  readonly mine: boolean;
}

/** What the applicant must do next in this case, in one sentence. */
export function nextStepOf({ id, status }: Pick<CaseListRow, 'id' | 'status'>, t: TFunction): NextStep {
  if (status === 'draft') return { text: t('继续填写并提交申请'), to: `/cases/${id}/form`, mine: true };
  if (status === 'awaitingCorrection') return { text: t('按补正告知书补齐材料'), to: `/cases/${id}/correction`, mine: true };
  if (['closed', 'approved', 'filed', 'refused', 'notAccepted'].includes(status)) return { text: t('已有结果，可查看和下载文书'), to: `/cases/${id}`, mine: false };
  if (status === 'withdrawn') return { text: t('申请已撤回'), to: `/cases/${id}`, mine: false };
  return { text: t('审批部门正在办理，您无需操作'), to: `/cases/${id}`, mine: false };
}
