import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { countWorkItems } from '../../../ui/api/cases.js';

/** Three numbers: how much lies on the desk, what is due today, what is late. They count what the list lists. */
export function DeskFigures(): ReactElement | null {
  const { t } = useTranslation();
  const { data } = useQuery({ queryKey: ['work-items', 'counts'], queryFn: countWorkItems, refetchInterval: 30_000 });
  if (!data) return null;
  return (
    <dl className="figures">
      <div>
        <dt>{t('待办')}</dt>
        <dd>{data.open}</dd>
      </div>
      <div className={data.dueToday > 0 ? 'yellow' : undefined}>
        <dt>{t('今天到期')}</dt>
        <dd>
          {data.dueToday > 0 && <span aria-hidden="true">▲ </span>}
          {data.dueToday}
        </dd>
      </div>
      <div className={data.overdue > 0 ? 'red' : undefined}>
        <dt>{t('已超期')}</dt>
        <dd>
          {data.overdue > 0 && <span aria-hidden="true">■ </span>}
          {data.overdue}
        </dd>
      </div>
    </dl>
  );
}
