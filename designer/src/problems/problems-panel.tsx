import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { Finding, FlowCheckView } from '../../../src/api/contract.js';
import { useLanguage } from '../../../portal/ui/i18n/use-language.js';

interface ProblemsPanelProps {
  readonly check?: FlowCheckView;
  /** What the server found when it refused to publish; it knows more words than the browser (forms, documents, departments). */
  readonly refused?: readonly Finding[];
  readonly checking: boolean;
  readonly chosen?: Finding;
  readonly onChoose: (finding: Finding) => void;
  readonly onShow: (element: string) => void;
  /** False for steps of the flows that are called. */
  readonly isOnCanvas: (element: string) => boolean;
  readonly nameOf: (element: string) => string;
}

/** Below the canvas: what is wrong, each a way to its place, and how many working days the longest way takes. */
export function ProblemsPanel({ check, refused, checking, chosen, onChoose, onShow, isOnCanvas, nameOf }: ProblemsPanelProps): ReactElement {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const own = check?.findings ?? [];
  const findings = [...own, ...(refused ?? []).filter((finding) => !own.some((known) => known.rule === finding.rule && known.elements.join() === finding.elements.join()))];
  const errors = findings.filter((finding) => finding.severity === 'error').length;
  return (
    <section className="problems" aria-label={t('检查结果')}>
      <p className="problems-sum" role="status" data-checking={checking}>
        {errors > 0 ? <strong className="field-error">■ {t('{{n}} 个错误，不能发布', { n: errors })}</strong> : check && <strong className="no-problem">✔ {t('没有错误')}</strong>}
        {findings.length > errors && <span>▲ {t('{{n}} 个提示', { n: findings.length - errors })}</span>}
        {check && <Budget check={check} />}
        {checking && <span className="quiet">{t('正在检查…')}</span>}
      </p>
      {check && check.budget.criticalPath.length > 0 && (
        <p className="critical-path">
          {t('最长路径')}{' '}
          {check.budget.criticalPath.map((element, index) => (
            <span key={`${element} ${index}`}>
              {index > 0 && ' → '}
              {isOnCanvas(element) ? (
                <button type="button" className="link" onClick={() => onShow(element)}>
                  {nameOf(element)}
                </button>
              ) : (
                nameOf(element)
              )}
            </span>
          ))}
        </p>
      )}
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.rule} ${finding.elements.join()} ${finding.message}`} className={finding.severity}>
            <button type="button" className="link" aria-pressed={finding === chosen} onClick={() => onChoose(finding)}>
              <span aria-hidden="true">{finding.severity === 'error' ? '■' : '▲'} </span>
              <span className="visually-hidden">{finding.severity === 'error' ? t('错误') : t('提示')}</span>
              {either(finding.message, finding.messageEn)}
            </button>{' '}
            <code>{finding.rule}</code>
            {finding === chosen && finding.path && finding.path.length > 0 && (
              <p className="quiet">
                {t('反例路径')} {finding.path.map(nameOf).join(' → ')}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Budget({ check }: { check: FlowCheckView }): ReactElement {
  const { t } = useTranslation();
  const { worstWorkdays, limitWorkdays } = check.budget;
  return (
    <span>
      {worstWorkdays === null ? t('最长用时无法确定') : t('最长用时 {{n}} 个工作日', { n: worstWorkdays })}
      {limitWorkdays !== null && t('（限 {{n}} 个工作日）', { n: limitWorkdays })}
    </span>
  );
}
