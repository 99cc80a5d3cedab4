import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { PublicVerifyView } from '../../../src/api/contract.js';
import { verifyDocument } from '../../ui/api/public.js';
import { dayText, momentText } from '../../ui/i18n/dates.js';
import { useLanguage } from '../../ui/i18n/use-language.js';
import { FieldFrame } from '../../ui/schema-form/field-frame.js';
import { Refusal } from '../../ui/shell/refusal.js';

/** Whether a paper that somebody shows was issued here and is still valid. The code may come in the address, as the QR code on the paper does it. */
export function VerifyDocument(): ReactElement {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const asked = search.get('verify') ?? '';
  const [code, setCode] = useState(asked);
  const { data, error, isFetching } = useQuery({ queryKey: ['verify', asked], queryFn: () => verifyDocument(asked), enabled: asked !== '' });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setSearch(code.trim() ? { verify: code.trim() } : {});
  }

  return (
    <section className="card" aria-labelledby="verify-title">
      <h2 id="verify-title">{t('文书核验')}</h2>
      <form onSubmit={submit}>
        <FieldFrame id="verify-code" label={t('核验码')} help={t('印在文书二维码旁')} required>
          {(aria) => <Input {...aria} value={code} autoComplete="off" onChange={(event) => setCode(event.target.value)} />}
        </FieldFrame>
        <Button type="primary" htmlType="submit" loading={isFetching}>
          {t('核验文书')}
        </Button>
      </form>
      <div aria-live="polite">
        <Refusal error={error} />
        {data && <Verified answer={data} />}
      </div>
    </section>
  );
}

const signs: Record<PublicVerifyView['verdict'], { sign: string; light: string }> = {
  valid: { sign: '✔', light: 'green' },
  replaced: { sign: '▲', light: 'yellow' },
  revoked: { sign: '■', light: 'red' },
  notSealedYet: { sign: '▲', light: 'yellow' },
  unknown: { sign: '■', light: 'red' },
};

function Verified({ answer }: { answer: PublicVerifyView }): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const { document } = answer;
  const { sign, light } = signs[answer.verdict];
  const rows = document
    ? [
        [t('文书'), document.title],
        [t('种类'), document.kind],
        [t('文号'), document.number],
        [t('签发日期'), dayText(document.issuedOn, language)],
        [t('签发单位'), document.issuer],
        [t('用印时间'), document.sealedAt && momentText(document.sealedAt)],
        [t('印章'), document.sealName],
        ['SHA-256', document.sha256],
      ].filter((row): row is [string, string] => Boolean(row[1]))
    : [];
  return (
    <div className="found">
      <p>
        <span className={`deadline ${light}`}>
          <span aria-hidden="true">{sign} </span>
          {answer.text}
        </span>
      </p>
      <dl className="answers">
        {rows.map(([name, value]) => (
          <div className="answer" key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
