import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { CasePage } from '../../../ui/api/cases.js';
import { DeadlineTag } from '../../../ui/case/deadline-tag.js';
import { StatusStamp } from '../../../ui/case/status-stamp.js';
import { dayText, momentText } from '../../../ui/i18n/dates.js';
import { useLanguage } from '../../../ui/i18n/use-language.js';
import { PageTitle } from '../../../ui/shell/page-title.js';

/** Number, title, applicant, days and who holds the case now. */
export function CaseHead({ view }: { view: CasePage }): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [, setSearch] = useSearchParams();
  const { clock } = view;
  return (
    <header className="case-cover card">
      <div className="case-head">
        <div>
          <p className="quiet">
            {t('办件编号')} {view.number}
            {view.flow && ` · ${t('流程 {{key}} 第 {{n}} 版', { key: view.flow.key, n: view.flow.version })}`}
          </p>
          <PageTitle text={view.title} />
        </div>
        <StatusStamp status={view.status} text={view.statusText} />
      </div>
      {clock && (
        <p className="case-line-state">
          <DeadlineTag light={clock.light} remainingWorkdays={clock.remainingWorkdays} />
          <span>{t('已用 {{used}} 个工作日', { used: clock.usedWorkdays })}</span>
          {clock.due && clock.light !== 'done' && <span>{t('应于 {{date}} 前办结', { date: dayText(clock.due, language) })}</span>}
          <Link
            to="?tab=clock"
            onClick={(event) => {
              event.preventDefault();
              setSearch({ tab: 'clock' }, { replace: true });
            }}
          >
            {t('看每一天')}
          </Link>
        </p>
      )}
      <p className="quiet">
        {t('申请人')} {view.organisation.name}（{view.organisation.creditCode}）{view.submittedAt && ` · ${t('提交时间')} ${momentText(view.submittedAt)}`}
      </p>
      <p className="case-waiting">{view.waitingFor}</p>
    </header>
  );
}
