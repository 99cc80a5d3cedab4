import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import type { CaseView } from '../../../src/api/contract.js';
import { getStageForm } from '../api/cases.js';
import { useLanguage } from '../i18n/use-language.js';
import { readSections } from '../schema-form/form-field.js';
import { Loading } from '../shell/loading.js';
import { Refusal } from '../shell/refusal.js';
import { FormAnswers } from './form-answers.js';

/** The application as it stands, section by section. */
export function CaseFormSections({ view, marked }: { view: CaseView; marked?: ReadonlySet<string> }): ReactElement {
  const { either } = useLanguage();
  const { data, error } = useStageForm(view);
  if (!data) return error ? <Refusal error={error} /> : <Loading />;
  return (
    <>
      {readSections(data.schema).map((section) => (
        <section key={section.key} className="form-section" aria-labelledby={`section-${section.key}`}>
          <h3 id={`section-${section.key}`}>{either(section.title, section.titleEn)}</h3>
          <FormAnswers fields={section.fields} root={view.form} self={view.form[section.key]} marked={marked} />
        </section>
      ))}
    </>
  );
}

/** The one form of the items that a case chose. It does not change while the case lives. */
export function useStageForm(view: CaseView | undefined): { data?: { schema: Record<string, unknown> }; error: Error | null } {
  const codes = view?.items.map((item) => item.code) ?? [];
  return useQuery({ queryKey: ['stage-form', codes], queryFn: () => getStageForm(codes), enabled: codes.length > 0, staleTime: Infinity });
}
