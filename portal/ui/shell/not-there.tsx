import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageTitle } from './page-title.js';

export function NotThere(): ReactElement {
  const { t } = useTranslation();
  return (
    <>
      <PageTitle text={t('没有这个页面')} />
      <p>
        <Link to="/">{t('返回首页')}</Link>
      </p>
    </>
  );
}
