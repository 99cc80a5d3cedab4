import { Alert } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/api-problem.js';
import { useLanguage } from '../i18n/use-language.js';

/** What the server refused, in its own words, with the number to quote. */
export function Refusal({ error }: { error: unknown }): ReactElement | null {
  const { t } = useTranslation();
  const { either } = useLanguage();
  if (!error) return null;
  if (!(error instanceof ApiProblem)) return <Alert role="alert" type="error" showIcon title={t('网络连接中断，请检查网络后重试。')} />;
  const { detail, detailEn, requestId, available } = error.problem;
  return (
    <Alert
      role="alert"
      type="error"
      showIcon
      title={either(detail, detailEn)}
      description={
        <>
          {available && available.length > 0 && <p>{t('现在可以：{{actions}}', { actions: available.map((action) => either(action.label, action.labelEn)).join('、') })}</p>}
          {error.status >= 500 && requestId && <p>{t('请记下编号 {{requestId}} 并联系管理员。', { requestId })}</p>}
        </>
      }
    />
  );
}
