import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useRef, useState, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import type { FieldError } from '../../../../src/api/contract.js';
import { ApiProblem } from '../../../ui/api/api-problem.js';
import { newOnceKey } from '../../../ui/api/call.js';
import { actOnCase, getCase } from '../../../ui/api/cases.js';
import { useStageForm } from '../../../ui/case/case-form-sections.js';
import { FormAnswers } from '../../../ui/case/form-answers.js';
import { MaterialTable } from '../../../ui/case/material-table.js';
import { useLanguage } from '../../../ui/i18n/use-language.js';
import { checkForm } from '../../../ui/schema-form/check-form.js';
import { valueAt } from '../../../ui/schema-form/pointer.js';
import { digestOfForm, signaturePointer } from '../../../ui/schema-form/signature/digest-of-form.js';
import { ErrorSummary } from '../../../ui/shell/error-summary.js';
import { Loading } from '../../../ui/shell/loading.js';
import { PageTitle } from '../../../ui/shell/page-title.js';
import { Refusal } from '../../../ui/shell/refusal.js';
import { ApplicationSteps } from './application-steps.js';
import { ListChange } from './list-change.js';
import { sectionsToFill } from './sections-to-fill.js';

/** Everything once more to read, then the submission. */
export function CheckAnswers(): ReactElement {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const { caseId = '' } = useParams();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const once = useRef(newOnceKey());
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const { data: view, error } = useQuery({ queryKey: ['case', caseId], queryFn: () => getCase(caseId), refetchOnMount: 'always' });
  const form = useStageForm(view);
  const submit = useMutation({
    mutationFn: () => actOnCase(caseId, { action: 'submit', version: view?.version ?? 0 }, once.current),
    onSuccess: async () => {
      await queries.invalidateQueries();
      void navigate(`/cases/${caseId}`);
      scrollTo(0, 0);
    },
    onError: (refusal) => {
      if (!(refusal instanceof ApiProblem)) return;
      once.current = newOnceKey();
      setFaults([...refusal.fieldErrors]);
    },
  });
  if (error ?? form.error) return <Refusal error={error ?? form.error} />;
  if (!view || !form.data) return <Loading />;
  const schema = form.data.schema;
  const sections = sectionsToFill(schema);
  const own = view.materials.filter((material) => material.source === 'applicant');

  function go(pointer: string): void {
    const section = pointer.split('/')[1];
    const known = sections.some((each) => each.key === section);
    void navigate(known ? `/cases/${caseId}/form/${section}` : `/cases/${caseId}/materials`, { state: { faults, focus: pointer } });
  }

  function trySubmit(): void {
    const data: Record<string, unknown> = view?.form ?? {};
    const found = checkForm({ schema, fields: sections.flatMap((section) => section.fields) }, data);
    const signature = valueAt(data, signaturePointer);
    if (signature !== undefined && signature !== digestOfForm(data)) found.push({ pointer: signaturePointer, message: '签署之后内容有修改，请重新签署', messageEn: 'The form was changed after it was signed; please sign again' });
    setFaults(found);
    if (found.length === 0) submit.mutate();
  }

  const titleOf = (pointer: string): string | undefined => sections.find((section) => pointer.startsWith(`/${section.key}/`))?.title;
  return (
    <>
      <ApplicationSteps caseId={caseId} at="check" />
      <ListChange view={view} schema={schema} />
      <PageTitle text={t('核对并提交')} />
      <ErrorSummary faults={faults} placeOf={titleOf} onGo={go} />
      {submit.error && faults.length === 0 && <Refusal error={submit.error} />}
      {sections.map((section) => (
        <section className="card" key={section.key} aria-labelledby={`check-${section.key}`}>
          <h2 id={`check-${section.key}`}>
            {either(section.title, section.titleEn)}{' '}
            <Link className="change-link" to={`/cases/${caseId}/form/${section.key}`}>
              {t('修改')}
              <span className="visually-hidden">{either(section.title, section.titleEn)}</span>
            </Link>
          </h2>
          <FormAnswers fields={section.fields} root={view.form} self={view.form[section.key]} />
        </section>
      ))}
      <section className="card" aria-labelledby="check-materials">
        <h2 id="check-materials">
          {t('材料')}{' '}
          <Link className="change-link" to={`/cases/${caseId}/materials`}>
            {t('修改')}
            <span className="visually-hidden">{t('材料')}</span>
          </Link>
        </h2>
        <MaterialTable caseId={caseId} materials={own} />
      </section>
      <div className="buttons">
        <Button type="primary" size="large" onClick={trySubmit} loading={submit.isPending}>
          {t('提交申请')}
        </Button>
      </div>
    </>
  );
}
