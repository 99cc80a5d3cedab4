import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../../src/api/contract.js';
import { getClock } from '../../../ui/api/cases.js';
import { DayStrip } from '../../../ui/case/day-strip.js';
import { Loading } from '../../../ui/shell/loading.js';
import { Refusal } from '../../../ui/shell/refusal.js';

/** The days of the case, each with the reason why it counted or not. */
export function CaseClock({ view }: { view: CaseView }): ReactElement {
  const { t } = useTranslation();
  const { data, error } = useQuery({ queryKey: ['clock', view.id], queryFn: () => getClock(view.id) });
  return <div className="card">{data ? data.days.length > 0 || data.due ? <DayStrip clock={data} closed={view.light === 'done'} open /> : <p className="quiet">{t('计时尚未开始。')}</p> : error ? <Refusal error={error} /> : <Loading />}</div>;
}
