import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';

export function Loading(): ReactElement {
  const { t } = useTranslation();
  return (
    <p className="loading" role="status">
      {t('正在加载…')}
    </p>
  );
}
