import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { momentText } from '../../portal/ui/i18n/dates.js';
import { Loading } from '../../portal/ui/shell/loading.js';
import { PageTitle } from '../../portal/ui/shell/page-title.js';
import { Refusal } from '../../portal/ui/shell/refusal.js';
import { findFlows } from './api.js';
import { BeginFlow } from './begin-flow.js';

/** Every flow with its published version and its draft. */
export function ListFlows(): ReactElement {
  const { t } = useTranslation();
  const { data, error } = useQuery({ queryKey: ['flows'], queryFn: findFlows });
  if (!data) return error ? <Refusal error={error} /> : <Loading />;
  return (
    <>
      <PageTitle text={t('流程')} />
      <div className="card table-card">
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{t('流程')}</th>
              <th scope="col">{t('标识')}</th>
              <th scope="col">{t('已发布')}</th>
              <th scope="col">{t('草稿')}</th>
              <th scope="col">{t('在办件')}</th>
              <th scope="col">{t('操作')}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((flow) => (
              <tr key={flow.key}>
                <td>{flow.name}</td>
                <td>
                  <code>{flow.key}</code>
                </td>
                <td>{flow.publishedVersion ? `${t('第 {{n}} 版', { n: flow.publishedVersion })}${flow.publishedAt ? `（${momentText(flow.publishedAt)}）` : ''}` : t('未发布')}</td>
                <td>{momentText(flow.draftChangedAt)}</td>
                <td>{flow.openCases}</td>
                <td>
                  <Link to={`/flows/${flow.key}`}>
                    {t('打开')}
                    <span className="visually-hidden">{flow.name}</span>
                  </Link>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <BeginFlow known={data.items.map((flow) => flow.key)} />
    </>
  );
}
