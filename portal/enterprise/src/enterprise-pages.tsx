import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Route, Routes } from 'react-router';
import { SignedIn } from '../../ui/session/session.js';
import { PageShell } from '../../ui/shell/page-shell.js';
import { NotThere } from '../../ui/shell/not-there.js';
import { AddMaterials } from './apply/add-materials.js';
import { CheckAnswers } from './apply/check-answers.js';
import { ChooseItems } from './apply/choose-items.js';
import { FillForm } from './apply/fill-form.js';
import { StartApplication } from './apply/start-application.js';
import { AnswerCorrection } from './follow/answer-correction.js';
import { FollowCase } from './follow/follow-case.js';
import { MyCases } from './follow/my-cases.js';

/** One line a page: where it is and what the person does there. */
export function EnterprisePages(): ReactElement {
  const { t } = useTranslation();
  return (
    <SignedIn title={t('企业服务')} roles={['enterprise']}>
      <PageShell
        title={t('企业服务')}
        links={[
          { to: '/', text: t('我的办件'), end: true },
          { to: '/apply', text: t('办理新申请') },
        ]}
      >
        <Routes>
          <Route path="/" element={<MyCases />} />
          <Route path="/apply" element={<StartApplication />} />
          <Route path="/apply/:projectId/:stage" element={<ChooseItems />} />
          <Route path="/cases/:caseId" element={<FollowCase />} />
          <Route path="/cases/:caseId/form/:section?" element={<FillForm />} />
          <Route path="/cases/:caseId/materials" element={<AddMaterials />} />
          <Route path="/cases/:caseId/check" element={<CheckAnswers />} />
          <Route path="/cases/:caseId/correction" element={<AnswerCorrection />} />
          <Route path="*" element={<NotThere />} />
        </Routes>
      </PageShell>
    </SignedIn>
  );
}
