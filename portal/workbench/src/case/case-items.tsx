import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseView } from '../../../../src/api/contract.js';
import { DeadlineTag } from '../../../ui/case/deadline-tag.js';
import { StatusStamp } from '../../../ui/case/status-stamp.js';
import { TableCard } from '../../../ui/shell/table-card.js';

/** The items of the case with their departments; each has a case of its own once it is examined. */
export function CaseItems({ view }: { view: CaseView }): ReactElement {
  const { t } = useTranslation();
  return (
    <TableCard label={t('事项')}>
      <table className="plain-table">
        <caption className="visually-hidden">{t('事项')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('事项')}</th>
            <th scope="col">{t('部门')}</th>
            <th scope="col">{t('状态')}</th>
            <th scope="col">{t('时限')}</th>
            <th scope="col">{t('决定')}</th>
          </tr>
        </thead>
        <tbody>
          {view.items.map((item) => (
            <tr key={item.code}>
              <td>{item.caseId && item.caseId !== view.id ? <Link to={`/cases/${item.caseId}`}>{item.nameZh}</Link> : item.nameZh}</td>
              <td>{item.department.name}</td>
              <td className="nowrap">
                <StatusStamp status={item.status} text={item.statusText} />
              </td>
              <td className="nowrap">{item.clock && <DeadlineTag light={item.clock.light} remainingWorkdays={item.clock.remainingWorkdays} />}</td>
              <td>{item.decision && `${item.decision.outcome === 'approved' ? t('准予许可') : t('不予许可')}（${item.decision.decidedOn}）`}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableCard>
  );
}
