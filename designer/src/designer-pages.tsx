import { lazy, Suspense, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import { SignedIn } from '../../portal/ui/session/session.js';
import { Loading } from '../../portal/ui/shell/loading.js';
import { NotThere } from '../../portal/ui/shell/not-there.js';
import { PageShell } from '../../portal/ui/shell/page-shell.js';
import { ListFlows } from './list-flows.js';

const DrawFlow = lazy(() => import('./draw/draw-flow.js').then((module) => ({ default: module.DrawFlow })));

/** One line a page. The drawing code is fetched when a flow is opened. */
export function DesignerPages(): ReactElement {
  const { t } = useTranslation();
  return (
    <SignedIn title={t('流程设计')} roles={['admin']}>
      <PageShell wide title={t('流程设计')} links={[{ to: '/', text: t('流程'), end: true }]}>
        <Suspense fallback={<Loading />}>
          <Routes>
            <Route path="/" element={<ListFlows />} />
            <Route path="/flows/:flowKey" element={<DrawFlow />} />
            <Route path="*" element={<NotThere />} />
          </Routes>
        </Suspense>
      </PageShell>
    </SignedIn>
  );
}
