import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseView } from '../../../../src/api/contract.js';
import { getEvents } from '../../../ui/api/cases.js';
import { CaseTimeline } from '../../../ui/case/case-timeline.js';
import { momentText } from '../../../ui/i18n/dates.js';
import { Loading } from '../../../ui/shell/loading.js';
import { Refusal } from '../../../ui/shell/refusal.js';

/** Opinions beside the record of what happened. */
export function CaseRecord({ view }: { view: CaseView }): ReactElement {
  const { t } = useTranslation();
  const { data, error } = useQuery({ queryKey: ['events', view.id], queryFn: () => getEvents(view.id, true) });
  return (
    <div className="two-columns">
      <section className="card" aria-labelledby="opinions-title">
        <h2 id="opinions-title">{t('意见')}</h2>
        {view.opinions.length === 0 && <p className="quiet">{t('还没有意见。')}</p>}
        {view.opinions.map((opinion) => (
          <article key={opinion.id} className="opinion">
            <p>
              <strong>{opinion.department.name || opinion.person}</strong> {opinion.conclusion}
            </p>
            {opinion.text && <p>{opinion.text}</p>}
            <p className="quiet">
              {opinion.person} · {momentText(opinion.at)}
            </p>
          </article>
        ))}
        {view.review && (
          <>
            <h2>{t('委托评审')}</h2>
            <p>
              {view.review.agency}：{view.review.scope}
            </p>
            {view.review.report && <p>{String(view.review.report.summary ?? '')}</p>}
          </>
        )}
        {view.meeting && (
          <>
            <h2>{t('会议')}</h2>
            <p>
              {view.meeting.heldAt.replace('T', ' ')} · {view.meeting.place}
            </p>
            {view.meeting.minutes && <p>{String(view.meeting.minutes.conclusion ?? '')}</p>}
          </>
        )}
      </section>
      <section className="card" aria-labelledby="record-title">
        <h2 id="record-title">{t('过程记录')}</h2>
        {data ? <CaseTimeline events={data} open={view.workItems} /> : error ? <Refusal error={error} /> : <Loading />}
      </section>
    </div>
  );
}
