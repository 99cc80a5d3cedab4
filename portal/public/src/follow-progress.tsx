import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PublicProgressView } from '../../../src/api/contract.js';
import { followProgress } from '../../ui/api/public.js';
import { StatusStamp } from '../../ui/case/status-stamp.js';
import { dayText } from '../../ui/i18n/dates.js';
import { useLanguage } from '../../ui/i18n/use-language.js';
import { FieldFrame } from '../../ui/schema-form/field-frame.js';
import { Refusal } from '../../ui/shell/refusal.js';

/** The progress of a case, for whoever holds its number and query code. */
export function FollowProgress(): ReactElement {
  const { t } = useTranslation();
  const [number, setNumber] = useState('');
  const [code, setCode] = useState('');
  const search = useMutation({ mutationFn: () => followProgress(number.trim(), code.trim()) });

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (number.trim() && code.trim()) search.mutate();
  }

  return (
    <section className="card" aria-labelledby="progress-title">
      <h2 id="progress-title">{t('进度查询')}</h2>
      <form onSubmit={submit}>
        <FieldFrame id="case-number" label={t('办件编号')} required>
          {(aria) => <Input {...aria} value={number} autoComplete="off" onChange={(event) => setNumber(event.target.value)} />}
        </FieldFrame>
        <FieldFrame id="query-code" label={t('查询码')} help={t('提交申请后，在办件页面和收件凭证上可以看到')} required>
          {(aria) => <Input {...aria} value={code} autoComplete="off" onChange={(event) => setCode(event.target.value)} />}
        </FieldFrame>
        <Button type="primary" htmlType="submit" loading={search.isPending}>
          {t('查询进度')}
        </Button>
      </form>
      <div aria-live="polite">
        <Refusal error={search.error} />
        {search.data && <Progress progress={search.data} />}
      </div>
    </section>
  );
}

function Progress({ progress }: { progress: PublicProgressView }): ReactElement {
  const { t } = useTranslation();
  const { language } = useLanguage();
  return (
    <div className="found">
      <p>
        <strong>{progress.title}</strong>
      </p>
      <p>
        <StatusStamp status={progress.status} text={progress.statusText} />
      </p>
      {progress.receivedOn && <p className="quiet">{t('收件 {{date}}', { date: dayText(progress.receivedOn, language) })}</p>}
      {progress.acceptedOn && <p className="quiet">{t('受理 {{date}}', { date: dayText(progress.acceptedOn, language) })}</p>}
      <ul className="bullets">
        {progress.items.map((item) => (
          <li key={item.name}>
            {item.name}：{item.statusText}
            {item.decidedOn && <span className="quiet"> {dayText(item.decidedOn, language)}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}
