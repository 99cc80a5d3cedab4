import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import { getCase } from '../../../ui/api/cases.js';
import { useStageForm } from '../../../ui/case/case-form-sections.js';
import { Loading } from '../../../ui/shell/loading.js';
import { PageTitle } from '../../../ui/shell/page-title.js';
import { Refusal } from '../../../ui/shell/refusal.js';
import { CorrectionAnswers } from './correction-answers.js';

/** Answering the one correction notice 补正: only what it asks for can be changed. */
export function AnswerCorrection(): ReactElement {
  const { t } = useTranslation();
  const { caseId = '' } = useParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const { data: view, error } = useQuery({ queryKey: ['case', caseId], queryFn: () => getCase(caseId) });
  const form = useStageForm(view);
  if (error ?? form.error) return <Refusal error={error ?? form.error} />;
  if (!view || !form.data) return <Loading />;
  const correction = view.correction?.status === 'open' ? view.correction : view.corrections.find((each) => each.status === 'open');
  return (
    <>
      <PageTitle text={t('补正材料')} />
      {correction ? (
        <CorrectionAnswers
          view={view}
          correction={correction}
          schema={form.data.schema}
          onChanged={() => void queries.invalidateQueries({ queryKey: ['case', caseId] })}
          onDone={() => {
            void queries.invalidateQueries();
            void navigate(`/cases/${caseId}`);
          }}
        />
      ) : (
        <p>{t('没有等待您答复的补正告知。')}</p>
      )}
    </>
  );
}
