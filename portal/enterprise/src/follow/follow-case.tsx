import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { CaseView } from '../../../../src/api/contract.js';
import { getCase, getClock, getEvents } from '../../../ui/api/cases.js';
import { ActionBar } from '../../../ui/case/action-bar.js';
import { CaseFormSections } from '../../../ui/case/case-form-sections.js';
import { CaseTimeline } from '../../../ui/case/case-timeline.js';
import { DayStrip } from '../../../ui/case/day-strip.js';
import { DeadlineTag } from '../../../ui/case/deadline-tag.js';
import { DocumentList } from '../../../ui/case/document-list.js';
import { MaterialTable } from '../../../ui/case/material-table.js';
import { StatusStamp } from '../../../ui/case/status-stamp.js';
import { Loading } from '../../../ui/shell/loading.js';
import { PageTitle } from '../../../ui/shell/page-title.js';
import { Refusal } from '../../../ui/shell/refusal.js';
import { nextStepOf } from './next-step.js';

/** One case as its applicant follows it: where it stands, its days, its papers. */
export function FollowCase(): ReactElement {
  const { t } = useTranslation();
  const { caseId = '' } = useParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: view, error } = useQuery({ queryKey: ['case', caseId], queryFn: () => getCase(caseId) });
  if (error) return <Refusal error={error} />;
  if (!view) return <Loading />;
  const next = nextStepOf(view, t);
  return (
    <>
      <div className="case-head">
        <div>
          <PageTitle text={view.title} />
          <p className="quiet">
            {t('办件编号')} {view.number}
            {view.queryCode && ` · ${t('查询码')} ${view.queryCode}`}
          </p>
        </div>
        <StatusStamp status={view.status} text={view.statusText} />
      </div>
      <section className="card" aria-labelledby="state-title">
        <h2 id="state-title">{t('现在到哪一步')}</h2>
        <p className="case-sentence">{view.waitingFor}</p>
        {next.mine && (
          <p>
            <Link to={next.to}>{next.text}</Link>
          </p>
        )}
        {view.status !== 'draft' && <CaseDays view={view} />}
      </section>
      <ItemsCard view={view} />
      <section className="card" aria-labelledby="documents-title">
        <h2 id="documents-title">{t('文书')}</h2>
        <DocumentList documents={view.documents} />
      </section>
      <section className="card" aria-labelledby="timeline-title">
        <h2 id="timeline-title">{t('办理过程')}</h2>
        <Timeline view={view} />
      </section>
      <details className="card">
        <summary>{t('我提交的申请表')}</summary>
        <CaseFormSections view={view} />
      </details>
      <details className="card">
        <summary>{t('我提交的材料')}</summary>
        <MaterialTable caseId={view.id} materials={view.materials} />
      </details>
      <ActionBar
        view={view}
        onDone={() => void queries.invalidateQueries()}
        elsewhere={{ submit: () => void navigate(`/cases/${view.id}/check`), answerCorrection: () => void navigate(`/cases/${view.id}/correction`) }}
      />
    </>
  );
}

function ItemsCard({ view }: { view: CaseView }): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby="items-title">
      <h2 id="items-title">{t('事项')}</h2>
      {view.items.map((item) => (
        <article className="case-line" key={item.code}>
          <p>{item.nameZh}</p>
          <p className="case-line-state">
            <StatusStamp status={item.status} text={item.statusText} />
            {item.clock && view.status !== 'draft' && <DeadlineTag light={item.clock.light} remainingWorkdays={item.clock.remainingWorkdays} />}
          </p>
          <p className="quiet">{item.department.name}</p>
        </article>
      ))}
    </section>
  );
}

function CaseDays({ view }: { view: CaseView }): ReactElement | null {
  const { data } = useQuery({ queryKey: ['clock', view.id], queryFn: () => getClock(view.id) });
  return data ? <DayStrip clock={data} closed={view.light === 'done'} /> : null;
}

function Timeline({ view }: { view: CaseView }): ReactElement {
  const { data, error } = useQuery({ queryKey: ['events', view.id], queryFn: () => getEvents(view.id, false) });
  if (!data) return error ? <Refusal error={error} /> : <Loading />;
  return <CaseTimeline events={data} open={view.workItems} />;
}
