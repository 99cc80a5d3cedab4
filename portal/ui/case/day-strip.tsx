import { Button } from 'antd';
import { useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClockView, DayView } from '../../../src/api/contract.js';
import { dayText } from '../i18n/dates.js';
import { useLanguage } from '../i18n/use-language.js';
import { DeadlineTag } from './deadline-tag.js';

interface DayStripProps {
  readonly clock: ClockView;
  /** The case is closed: nothing remains and nothing is due. */
  readonly closed?: boolean;
  readonly open?: boolean;
}

/** How many of the working days are used, and on demand why each single day counted or not, with its article. */
export function DayStrip({ clock, closed = false, open = false }: DayStripProps): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [shown, setShown] = useState(open);
  const limit = clock.limitWorkdays ?? (clock.remainingWorkdays === null ? undefined : clock.usedWorkdays + clock.remainingWorkdays);
  return (
    <section className="day-strip" aria-label={t('时限')}>
      <p className="day-strip-sum">
        <DeadlineTag light={closed ? 'done' : clock.light} remainingWorkdays={clock.remainingWorkdays} />
        <span>{limit === undefined ? t('已用 {{used}} 个工作日', { used: clock.usedWorkdays }) : t('已用 {{used}} / {{limit}} 个工作日', { used: clock.usedWorkdays, limit })}</span>
        {clock.due && !closed && <span>{t('应于 {{date}} 前办结', { date: dayText(clock.due, language) })}</span>}
        {clock.provisional && !closed && <span>{t('暂定：尚有年份未公布放假安排')}</span>}
        {clock.days.length > 0 && (
          <Button size="small" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {shown ? t('收起') : t('看每一天')}
          </Button>
        )}
      </p>
      <ol className="day-cells" aria-hidden="true">
        {clock.days.map((day) => (
          <li key={day.date} className={day.counted ? 'counted' : 'free'} title={`${day.date} ${day.why}`} />
        ))}
      </ol>
      {shown && <DayTable days={clock.days} />}
    </section>
  );
}

function DayTable({ days }: { days: readonly DayView[] }): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  let counted = 0;
  return (
    <div className="table-scroll" tabIndex={0} role="group" aria-label={t('逐日说明')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('日期')}</th>
            <th scope="col">{t('计入')}</th>
            <th scope="col">{t('理由')}</th>
            <th scope="col">{t('依据')}</th>
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day.date}>
              <td>{dayText(day.date, language)}</td>
              <td>{day.counted ? t('第 {{n}} 个工作日', { n: (counted += 1) }) : t('不计')}</td>
              <td>{day.why}</td>
              <td>{day.article}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
