import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** The three parts of an application and where one is. */
export function ApplicationSteps({ caseId, at }: { caseId: string; at: 'form' | 'materials' | 'check' }): ReactElement {
  const { t } = useTranslation();
  const steps = [
    { key: 'form', text: t('填表') },
    { key: 'materials', text: t('传材料') },
    { key: 'check', text: t('核对并提交') },
  ];
  return (
    <nav aria-label={t('申请步骤')}>
      <ol className="application-steps">
        {steps.map((step, index) => (
          <li key={step.key}>
            <Link to={`/cases/${caseId}/${step.key}`} aria-current={step.key === at ? 'step' : undefined}>
              {index + 1}. {step.text}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
