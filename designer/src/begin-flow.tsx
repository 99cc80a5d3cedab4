import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { FieldFrame } from '../../portal/ui/schema-form/field-frame.js';
import { Refusal } from '../../portal/ui/shell/refusal.js';
import { saveDraft } from './api.js';
import { blankFlow } from './blank-flow.js';

/** Begins a flow with a name and a key that cases and calling flows will use. */
export function BeginFlow({ known }: { known: readonly string[] }): ReactElement {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const [tried, setTried] = useState(false);
  const wrongKey = !/^[a-z][a-z0-9-]{1,58}$/.test(key) ? t('由小写字母、数字和连字符组成，字母开头') : known.includes(key) ? t('已有使用此标识的流程') : undefined;
  const begin = useMutation({ mutationFn: () => saveDraft(key, blankFlow(key, name.trim()), 0), onSuccess: () => void navigate(`/flows/${key}`) });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setTried(true);
    if (!wrongKey && name.trim()) begin.mutate();
  }

  return (
    <details className="card">
      <summary>{t('新建流程')}</summary>
      <form onSubmit={submit} noValidate>
        <Refusal error={begin.error} />
        <FieldFrame id="flow-name" label={t('流程名称')} required error={tried && !name.trim() ? t('请填写流程名称') : undefined}>
          {(aria) => <Input {...aria} className="short-input" value={name} maxLength={100} onChange={(event) => setName(event.target.value)} />}
        </FieldFrame>
        <FieldFrame id="flow-key" label={t('流程标识')} required error={tried ? wrongKey : undefined} help={t('例如 stage-completion')}>
          {(aria) => <Input {...aria} className="short-input" value={key} onChange={(event) => setKey(event.target.value)} />}
        </FieldFrame>
        <Button type="primary" htmlType="submit" loading={begin.isPending}>
          {t('新建并绘制')}
        </Button>
      </form>
    </details>
  );
}
