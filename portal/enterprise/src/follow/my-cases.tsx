import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CaseListRow, ProjectView } from '../../../../src/api/contract.js';
import { findCases } from '../../../ui/api/cases.js';
import { findProjects } from '../../../ui/api/projects.js';
import { DeadlineTag } from '../../../ui/case/deadline-tag.js';
import { StatusStamp } from '../../../ui/case/status-stamp.js';
import { dayText } from '../../../ui/i18n/dates.js';
import { useLanguage } from '../../../ui/i18n/use-language.js';
import { Loading } from '../../../ui/shell/loading.js';
import { PageTitle } from '../../../ui/shell/page-title.js';
import { Refusal } from '../../../ui/shell/refusal.js';
import { nextStepOf } from './next-step.js';

/** My projects and cases: how each stands and what I must do next. */
export function MyCases(): ReactElement {
  const { t } = useTranslation();
  const projects = useQuery({ queryKey: ['projects'], queryFn: findProjects });
  const cases = useQuery({ queryKey: ['cases'], queryFn: () => findCases({ pageSize: 100 }) });
  if (projects.error ?? cases.error) return <Refusal error={projects.error ?? cases.error} />;
  if (!projects.data || !cases.data) return <Loading />;
  const mine = cases.data.items.filter((each) => nextStepOf(each, t).mine);
  return (
    <>
      <PageTitle text={t('我的办件')} />
      <section className="card" aria-labelledby="next-title">
        <h2 id="next-title">{t('您现在需要做的')}</h2>
        {mine.length === 0 && <p>{t('没有需要您办理的事。')}</p>}
        <ul className="next-steps">
          {mine.map((each) => {
            const next = nextStepOf(each, t);
            return (
              <li key={each.id}>
                <Link to={next.to}>{next.text}</Link>
                <span className="quiet"> {each.title}</span>
              </li>
            );
          })}
        </ul>
      </section>
      {projects.data.items.map((project) => (
        <ProjectCard key={project.id} project={project} cases={cases.data.items.filter((each) => project.cases.some((known) => known.id === each.id))} />
      ))}
      {projects.data.items.length === 0 && (
        <p>
          {t('还没有项目。')} <Link to="/apply">{t('办理新申请')}</Link>
        </p>
      )}
    </>
  );
}

function ProjectCard({ project, cases }: { project: ProjectView; cases: readonly CaseListRow[] }): ReactElement {
  const { t } = useTranslation();
  return (
    <section className="card" aria-labelledby={`project-${project.id}`}>
      <h2 id={`project-${project.id}`}>{project.name}</h2>
      <p className="quiet">
        {project.projectCode && `${t('项目代码')} ${project.projectCode} · `}
        {project.clock && t('项目审批已用 {{used}} / {{limit}} 个工作日', { used: project.clock.usedWorkdays, limit: project.clock.limitWorkdays })}
      </p>
      {cases.length === 0 && <p>{t('还没有办件。')}</p>}
      {cases.map((each) => (
        <CaseLine key={each.id} row={each} />
      ))}
    </section>
  );
}

function CaseLine({ row }: { row: CaseListRow }): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const next = nextStepOf(row, t);
  return (
    <article className="case-line">
      <p>
        <Link to={`/cases/${row.id}`}>{row.title}</Link>
      </p>
      <p className="case-line-state">
        <StatusStamp status={row.status} text={row.statusText} />
        {row.light && row.status !== 'draft' && <DeadlineTag light={row.light} />}
        {row.due && row.light !== 'done' && <span>{t('应于 {{date}} 前办结', { date: dayText(row.due, language) })}</span>}
      </p>
      <p className="quiet">
        {row.number} · {next.mine ? <Link to={next.to}>{next.text}</Link> : next.text}
      </p>
    </article>
  );
}
