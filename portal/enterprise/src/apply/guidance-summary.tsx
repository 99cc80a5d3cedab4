import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { GuidanceView } from '../../../../src/api/contract.js';
import { useLanguage } from '../../../ui/i18n/use-language.js';

/** What the chosen items ask for together: days, form sections, materials – and what stands against the choice. */
export function GuidanceSummary({ guidance }: { guidance: GuidanceView }): ReactElement {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const own = guidance.materials.filter((material) => material.source === 'applicant');
  return (
    <section className="card" aria-labelledby="summary-title" aria-live="polite">
      <h2 id="summary-title">{t('我的办事清单')}</h2>
      {guidance.faults.map((fault) => (
        <p key={fault.message} className="field-error" role="alert">
          {fault.message}
        </p>
      ))}
      {guidance.stageLimitWorkdays !== undefined && <p>{t('本阶段审批时限 {{n}} 个工作日。', { n: guidance.stageLimitWorkdays })}</p>}
      <p>
        {t('填写一张表，共 {{n}} 个部分：', { n: guidance.sections.length })}
        {guidance.sections.map((section) => section.title).join('、')}
      </p>
      <details>
        <summary>{t('准备 {{n}} 份材料（另有 {{free}} 份无需提交）', { n: own.length, free: guidance.materials.length - own.length })}</summary>
        <ul className="bullets">
          {own.map((material) => (
            <li key={material.key}>
              {either(material.nameZh, material.nameEn)} <span className="quiet">{material.required ? t('必交') : t('选交')}</span>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
