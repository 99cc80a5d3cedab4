import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Pagination } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { WorkItemView } from '../../../../src/api/contract.js';
import { findWorkItems } from '../../../ui/api/cases.js';
import { DeadlineTag } from '../../../ui/case/deadline-tag.js';
import { dayText, momentText } from '../../../ui/i18n/dates.js';
import { useLanguage } from '../../../ui/i18n/use-language.js';
import { Loading } from '../../../ui/shell/loading.js';
import { PageTitle } from '../../../ui/shell/page-title.js';
import { Refusal } from '../../../ui/shell/refusal.js';
import { TableCard } from '../../../ui/shell/table-card.js';
import { DeskFigures } from './desk-figures.js';
import { SearchBox } from './search-box.js';

const pageSize = 20;

/** What lies on this person's desk, the most urgent first, or what he has done. The filters stand in the address, so that a list can be kept and sent. */
export function WorkList({ status }: { status: 'open' | 'done' }): ReactElement {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const page = Number(search.get('page') ?? '1') || 1;
  const q = search.get('q') ?? '';
  const step = search.get('step') ?? '';
  const { data, error } = useQuery({ queryKey: ['work-items', status, page, q, step], queryFn: () => findWorkItems({ status, page, pageSize, q, step }), placeholderData: keepPreviousData, refetchInterval: 30_000 });
  return (
    <>
      <PageTitle text={status === 'open' ? t('待办') : t('已办')} />
      {status === 'open' && <DeskFigures />}
      <SearchBox label={t('办件编号或名称')} value={q} search={(text) => setSearch(text ? { q: text } : {})} />
      <Refusal error={error} />
      {data ? <WorkTable items={data.items} status={status} /> : !error && <Loading />}
      {data && data.total > pageSize && <Pagination current={page} pageSize={pageSize} total={data.total} showSizeChanger={false} showTotal={(total) => t('共 {{n}} 条', { n: total })} onChange={(next) => setSearch({ ...Object.fromEntries(search), page: String(next) })} />}
    </>
  );
}

function WorkTable({ items, status }: { items: readonly WorkItemView[]; status: 'open' | 'done' }): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  if (items.length === 0) return <p className="card">{status === 'open' ? t('没有待办。') : t('还没有办过的事。')}</p>;
  return (
    <TableCard label={status === 'open' ? t('待办') : t('已办')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{status === 'open' ? t('时限') : t('办理时间')}</th>
            <th scope="col">{t('环节')}</th>
            <th scope="col">{t('办件')}</th>
            <th scope="col">{t('办件编号')}</th>
            <th scope="col">{t('部门')}</th>
            <th scope="col">{t('操作')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.id}>
              <td className="nowrap">
                {status === 'open' ? (
                  <>
                    <DeadlineTag light={item.light} /> {item.dueOn && <span>{dayText(item.dueOn, language)}</span>}
                  </>
                ) : (
                  item.doneAt && momentText(item.doneAt)
                )}
              </td>
              <td>
                <span className="nowrap">{item.name}</span>
                {item.returned && <div className="quiet return-reason">{t('退回：{{reason}}', { reason: item.returned.reason })}</div>}
              </td>
              <td>{item.caseTitle}</td>
              <td className="nowrap">{item.caseNumber}</td>
              <td>{item.department?.name}</td>
              <td className="nowrap">
                <Link to={`/cases/${item.caseId}`}>
                  {status === 'open' ? t('办理') : t('查看')}
                  <span className="visually-hidden">{`${item.name} ${item.caseTitle}`}</span>
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableCard>
  );
}
