import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, Tabs } from 'antd';
import { useState, type ReactElement, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import type { CaseView } from '../../../../src/api/contract.js';
import { getCase, type CasePage } from '../../../ui/api/cases.js';
import { ActionBar } from '../../../ui/case/action-bar.js';
import { CaseFormSections } from '../../../ui/case/case-form-sections.js';
import { DocumentList } from '../../../ui/case/document-list.js';
import { MaterialTable } from '../../../ui/case/material-table.js';
import { useLanguage } from '../../../ui/i18n/use-language.js';
import { Loading } from '../../../ui/shell/loading.js';
import { Refusal } from '../../../ui/shell/refusal.js';
import { CaseClock } from './case-clock.js';
import { CaseFlow } from './case-flow.js';
import { CaseHead } from './case-head.js';
import { CaseItems } from './case-items.js';
import { CaseRecord } from './case-record.js';
import { CorrectionPicker } from './correction-picker.js';
import { ReturnNotes } from './return-notes.js';

const ownForms = { 'correction-request': CorrectionPicker };

/** One case on the desk: everything known of it in tabs, and at the foot what this person may do now. */
export function HandleCase(): ReactElement {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const { caseId = '' } = useParams();
  const queries = useQueryClient();
  const [search, setSearch] = useSearchParams();
  const [said, setSaid] = useState<string>();
  const { data: view, error } = useQuery({ queryKey: ['case', caseId], queryFn: () => getCase(caseId) });
  if (error) return <Refusal error={error} />;
  if (!view) return <Loading />;
  return (
    <>
      <CaseHead view={view} />
      <ReturnNotes work={view.workItems} />
      <div role="status">{said && <Alert type="success" showIcon closable title={t('已完成：{{action}}', { action: said })} />}</div>
      <Tabs destroyOnHidden activeKey={search.get('tab') ?? 'form'} onChange={(tab) => setSearch({ tab }, { replace: true })} items={tabsOf(view, t)} />
      <ActionBar
        view={view}
        ownForms={ownForms}
        onDone={(action) => {
          setSaid(either(action.label, action.labelEn));
          void queries.invalidateQueries();
        }}
      />
    </>
  );
}

function tabsOf(view: CasePage, t: (text: string, values?: Record<string, unknown>) => string): { key: string; label: string; children: ReactNode }[] {
  const there = view.materials.filter((material) => material.attachments.length > 0).length;
  return [
    { key: 'form', label: t('办件信息'), children: <FormTab view={view} /> },
    { key: 'materials', label: t('材料（{{n}}）', { n: there }), children: <div className="card"><MaterialTable caseId={view.id} materials={view.materials} /></div> },
    { key: 'record', label: t('意见与记录'), children: <CaseRecord view={view} /> },
    { key: 'flow', label: t('流程图'), children: <CaseFlow caseId={view.id} /> },
    { key: 'clock', label: t('时限'), children: <CaseClock view={view} /> },
    { key: 'documents', label: t('文书（{{n}}）', { n: view.documents.length }), children: <div className="card"><DocumentList documents={view.documents} /></div> },
  ];
}

function FormTab({ view }: { view: CaseView }): ReactElement {
  return (
    <>
      <CaseItems view={view} />
      <div className="card">
        <CaseFormSections view={view} />
      </div>
    </>
  );
}
