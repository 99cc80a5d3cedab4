import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { getCase } from '../../../ui/api/cases.js';
import { MaterialTable } from '../../../ui/case/material-table.js';
import { Loading } from '../../../ui/shell/loading.js';
import { PageTitle } from '../../../ui/shell/page-title.js';
import { Refusal } from '../../../ui/shell/refusal.js';
import { ApplicationSteps } from './application-steps.js';
import { ListChange } from './list-change.js';

/** The materials of all chosen items, each once. */
export function AddMaterials(): ReactElement {
  const { t } = useTranslation();
  const { caseId = '' } = useParams();
  const queries = useQueryClient();
  const { data: view, error } = useQuery({ queryKey: ['case', caseId], queryFn: () => getCase(caseId), refetchOnMount: 'always' });
  if (error) return <Refusal error={error} />;
  if (!view) return <Loading />;
  const own = view.materials.filter((material) => material.source === 'applicant');
  const missing = own.filter((material) => material.required && material.attachments.length === 0);
  return (
    <>
      <ApplicationSteps caseId={caseId} at="materials" />
      <ListChange view={view} />
      <PageTitle text={t('上传材料')} />
      <p role="status">{missing.length > 0 ? t('还有 {{n}} 份必交材料没有上传。', { n: missing.length }) : t('必交材料已齐。')}</p>
      <section className="card">
        <MaterialTable caseId={caseId} materials={own} editable={new Set(own.map((material) => material.key))} onChanged={() => void queries.invalidateQueries({ queryKey: ['case', caseId] })} />
      </section>
      <details className="card">
        <summary>{t('无需提交的材料')}</summary>
        <MaterialTable caseId={caseId} materials={view.materials.filter((material) => material.source !== 'applicant')} />
      </details>
      <div className="buttons">
        <Link className="link-button" to={`/cases/${caseId}/check`}>
          {t('下一步：核对并提交')}
        </Link>
      </div>
    </>
  );
}
