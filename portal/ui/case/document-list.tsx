import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentView } from '../../../src/api/contract.js';
import { dayText } from '../i18n/dates.js';
import { useLanguage } from '../i18n/use-language.js';

/** The official documents of a case, each with its number, state and PDF. */
export function DocumentList({ documents }: { documents: readonly DocumentView[] }): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const states: Record<DocumentView['status'], string> = { pending: t('生成中'), rendered: t('已制作'), awaitingSeal: t('待用印'), sealed: t('已用印'), failed: t('制作失败，系统将重试') };
  if (documents.length === 0) return <p className="quiet">{t('还没有文书。')}</p>;
  return (
    <ul className="documents">
      {documents.map((document) => (
        <li key={document.id}>
          <p className="document-title">{document.title || document.kindText}</p>
          <p className="quiet">
            {[document.kindText, document.number, dayText(document.issuedOn, language), states[document.status]].join(' · ')}
            {document.state !== 'valid' && ` · ${document.state === 'revoked' ? t('已撤销') : t('已被替换')}`}
          </p>
          <p>
            {document.ready ? (
              <a href={`/api/v1/documents/${document.id}/content`} target="_blank" rel="noreferrer">
                {t('查看 PDF')}
                <span className="visually-hidden">{document.number}</span>
              </a>
            ) : (
              <span className="quiet">{states[document.status]}</span>
            )}
            {document.verifyCode && <span className="quiet"> {t('核验码 {{code}}', { code: document.verifyCode })}</span>}
          </p>
        </li>
      ))}
    </ul>
  );
}
