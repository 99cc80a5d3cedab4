import { Button } from 'antd';
import { useEffect, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate, useParams } from 'react-router';
import type { FieldError } from '../../../../src/api/contract.js';
import { ApiProblem } from '../../../ui/api/api-problem.js';
import type { CasePage } from '../../../ui/api/cases.js';
import { useLanguage } from '../../../ui/i18n/use-language.js';
import { checkForm } from '../../../ui/schema-form/check-form.js';
import { focusField } from '../../../ui/schema-form/field-id.js';
import type { FormSection } from '../../../ui/schema-form/form-field.js';
import { SchemaForm } from '../../../ui/schema-form/schema-form.js';
import { ErrorSummary } from '../../../ui/shell/error-summary.js';
import { PageTitle } from '../../../ui/shell/page-title.js';
import { Refusal } from '../../../ui/shell/refusal.js';
import { ApplicationSteps } from './application-steps.js';
import { ListChange } from './list-change.js';
import { prefilledOf } from './prefilled.js';
import { SavedState } from './saved-state.js';
import { useDraft } from './use-draft.js';

interface FillSectionProps {
  readonly view: CasePage;
  readonly schema: Record<string, unknown>;
  readonly sections: readonly FormSection[];
}

/** One section of the form: saved while one types, checked when one goes on. */
export function FillSection({ view, schema, sections }: FillSectionProps): ReactElement {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const navigate = useNavigate();
  const { section: key } = useParams();
  const arrival = useLocation().state as { faults?: FieldError[]; focus?: string } | null;
  const draft = useDraft(view);
  const [prefilled] = useState(() => prefilledOf(view.id));
  const [faults, setFaults] = useState<readonly FieldError[]>(arrival?.faults ?? []);
  const [tried, setTried] = useState(0);
  const index = Math.max(0, sections.findIndex((section) => section.key === key));
  const section = sections[index];
  const focus = arrival?.focus;
  useEffect(() => {
    if (focus) requestAnimationFrame(() => focusField(focus));
  }, [focus, key]);
  if (!section) return <p>{t('所选事项没有需要填写的内容。')}</p>;

  const all = checkForm({ schema, fields: sections.flatMap((each) => each.fields) }, draft.form);
  const lacks = (each: FormSection): number => all.filter((fault) => fault.pointer.startsWith(`/${each.key}/`)).length;
  const shown = faults.filter((fault) => fault.pointer.startsWith(`/${section.key}/`));

  async function goOn(event: FormEvent): Promise<void> {
    event.preventDefault();
    const found = all.filter((fault) => fault.pointer.startsWith(`/${section?.key}/`));
    setFaults(found);
    setTried(tried + 1);
    try {
      await draft.flush();
    } catch (error) {
      if (error instanceof ApiProblem) setFaults(error.fieldErrors);
      return;
    }
    if (found.length > 0) return;
    const next = sections[index + 1];
    void navigate(next ? `/cases/${view.id}/form/${next.key}` : `/cases/${view.id}/materials`);
    scrollTo(0, 0);
  }

  return (
    <>
      <ApplicationSteps caseId={view.id} at="form" />
      <ListChange view={view} schema={schema} />
      <PageTitle text={either(section.title, section.titleEn)} />
      <p className="quiet">
        {t('第 {{n}} / {{total}} 部分', { n: index + 1, total: sections.length })} · {view.title} · <SavedState state={draft.state} />
      </p>
      <div className="fill-form">
        <nav aria-label={t('表单各部分')}>
          <details className="section-list" open>
            <summary>{t('全部部分')}</summary>
            <ol>
              {sections.map((each) => (
                <li key={each.key}>
                  <Link to={`/cases/${view.id}/form/${each.key}`} aria-current={each === section ? 'page' : undefined}>
                    {either(each.title, each.titleEn)}
                  </Link>{' '}
                  <span className="quiet">{lacks(each) === 0 ? `✔ ${t('已填')}` : t('缺 {{n}}', { n: lacks(each) })}</span>
                </li>
              ))}
            </ol>
          </details>
        </nav>
        <form className="card" onSubmit={(event) => void goOn(event)} noValidate>
          <ErrorSummary key={tried} faults={shown} onGo={(pointer) => void focusField(pointer)} />
          {draft.state === 'failed' && shown.length === 0 && <Refusal error={draft.error} />}
          <SchemaForm
            fields={section.fields}
            root={draft.form}
            self={draft.form[section.key]}
            faults={new Map(shown.map((fault) => [fault.pointer, either(fault.message, fault.messageEn)]))}
            change={draft.change}
            prefilled={prefilled}
            files={view.materials.flatMap((material) => material.attachments)}
          />
          <div className="buttons">
            <Button type="primary" size="large" htmlType="submit">
              {index === sections.length - 1 ? t('保存并上传材料') : t('保存并继续')}
            </Button>
            <Link to="/">{t('保存后离开')}</Link>
          </div>
        </form>
      </div>
    </>
  );
}
