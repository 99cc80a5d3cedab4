import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import type { Role } from '../../../src/api/contract.js';
import { SignedIn } from '../../ui/session/session.js';
import { NotThere } from '../../ui/shell/not-there.js';
import { PageShell } from '../../ui/shell/page-shell.js';
import { HandleCase } from './case/handle-case.js';
import { AllCases } from './desk/all-cases.js';
import { WorkList } from './desk/work-list.js';

const office: readonly Role[] = ['clerk', 'reviewer', 'agency', 'secretary', 'leader', 'sealkeeper', 'supervisor', 'admin'];

/** One line a page: where it is and what the person does there. */
export function WorkbenchPages(): ReactElement {
  const { t } = useTranslation();
  return (
    <SignedIn title={t('审批工作台')} roles={office}>
      <PageShell
        wide
        title={t('审批工作台')}
        links={[
          { to: '/', text: t('待办'), end: true },
          { to: '/done', text: t('已办') },
          { to: '/cases', text: t('办件查询'), end: true },
        ]}
      >
        <Routes>
          <Route path="/" element={<WorkList key="open" status="open" />} />
          <Route path="/done" element={<WorkList key="done" status="done" />} />
          <Route path="/cases" element={<AllCases />} />
          <Route path="/cases/:caseId" element={<HandleCase />} />
          <Route path="*" element={<NotThere />} />
        </Routes>
      </PageShell>
    </SignedIn>
  );
}
