import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Pagination } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { CaseListRow } from '../../../../src/api/contract.js';
import { findCases } from '../../../ui/api/cases.js';
import { DeadlineTag } from '../../../ui/case/deadline-tag.js';
import { StatusStamp } from '../../../ui/case/status-stamp.js';
import { dayText, momentText } from '../../../ui/i18n/dates.js';
import { useLanguage } from '../../../ui/i18n/use-language.js';
import { Loading } from '../../../ui/shell/loading.js';
import { PageTitle } from '../../../ui/shell/page-title.js';
import { Refusal } from '../../../ui/shell/refusal.js';
import { TableCard } from '../../../ui/shell/table-card.js';
import { SearchBox } from './search-box.js';

const pageSize = 20;

/** Every case that this person may open. */
export function AllCases(): ReactElement {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const page = Number(search.get('page') ?? '1') || 1;
  const q = search.get('q') ?? '';
  const { data, error } = useQuery({ queryKey: ['cases', page, q], queryFn: () => findCases({ page, pageSize, q }), placeholderData: keepPreviousData });
  return (
    <>
      <PageTitle text={t('办件查询')} />
      <SearchBox label={t('编号、名称、申请人、信用代码或项目代码')} value={q} search={(text) => setSearch(text ? { q: text } : {})} />
      <Refusal error={error} />
      {data ? <CaseTable cases={data.items} /> : !error && <Loading />}
      {data && data.total > pageSize && <Pagination current={page} pageSize={pageSize} total={data.total} showSizeChanger={false} showTotal={(total) => t('共 {{n}} 条', { n: total })} onChange={(next) => setSearch({ ...Object.fromEntries(search), page: String(next) })} />}
    </>
  );
}

function CaseTable({ cases }: { cases: readonly CaseListRow[] }): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  if (cases.length === 0) return <p className="card">{t('没有符合条件的办件。')}</p>;
  return (
    <TableCard label={t('办件查询')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('办件编号')}</th>
            <th scope="col">{t('办件')}</th>
            <th scope="col">{t('申请人')}</th>
            <th scope="col">{t('状态')}</th>
            <th scope="col">{t('提交时间')}</th>
            <th scope="col">{t('时限')}</th>
          </tr>
        </thead>
        <tbody>
          {cases.map((row) => (
            <tr key={row.id}>
              <td className="nowrap">
                <Link to={`/cases/${row.id}`}>{row.number}</Link>
              </td>
              <td>{row.title}</td>
              <td>{row.applicant}</td>
              <td className="nowrap">
                <StatusStamp status={row.status} text={row.statusText} />
              </td>
              <td className="nowrap">{row.submittedAt && momentText(row.submittedAt)}</td>
              <td className="nowrap">
                {row.light && <DeadlineTag light={row.light} />} {row.due && dayText(row.due, language)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableCard>
  );
}
