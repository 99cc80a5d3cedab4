import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useParams } from 'react-router';
import { getCase } from '../../../ui/api/cases.js';
import { useStageForm } from '../../../ui/case/case-form-sections.js';
import { Loading } from '../../../ui/shell/loading.js';
import { Refusal } from '../../../ui/shell/refusal.js';
import { FillSection } from './fill-section.js';
import { sectionsToFill } from './sections-to-fill.js';

/** The one form, a section at a time. */
export function FillForm(): ReactElement {
  const { caseId = '' } = useParams();
  const { data: view, error } = useQuery({ queryKey: ['case', caseId], queryFn: () => getCase(caseId), refetchOnWindowFocus: false });
  const form = useStageForm(view);
  if (error ?? form.error) return <Refusal error={error ?? form.error} />;
  if (!view || !form.data) return <Loading />;
  return <FillSection key={view.id} view={view} schema={form.data.schema} sections={sectionsToFill(form.data.schema)} />;
}
