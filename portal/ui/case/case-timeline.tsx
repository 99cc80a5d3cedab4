import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { CaseEventView, WorkItemView } from '../../../src/api/contract.js';
import { dayText, momentText } from '../i18n/dates.js';
import { useLanguage } from '../i18n/use-language.js';

interface CaseTimelineProps {
  readonly events: readonly CaseEventView[];
  readonly open: readonly WorkItemView[];
}

/** What happened, and below it who is at work now. */
export function CaseTimeline({ events, open }: CaseTimelineProps): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <ol className="timeline">
      {events.map((event) => (
        <li key={event.hash} className="past">
          <time dateTime={event.at}>{momentText(event.at)}</time>
          <p>{event.text}</p>
          <p className="quiet">{event.actor}</p>
        </li>
      ))}
      {open.map((item) => (
        <li key={item.id} className="now">
          <span className="timeline-now">{t('办理中')}</span>
          <p>{item.name}</p>
          <p className="quiet">
            {item.department?.name}
            {item.dueOn && ` ${t('应于 {{date}} 前完成', { date: dayText(item.dueOn, language) })}`}
          </p>
        </li>
      ))}
    </ol>
  );
}
