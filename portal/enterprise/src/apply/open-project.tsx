import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldError, ProjectView } from '../../../../src/api/contract.js';
import { ApiProblem } from '../../../ui/api/api-problem.js';
import { newOnceKey } from '../../../ui/api/call.js';
import { openProject } from '../../../ui/api/projects.js';
import { useLanguage } from '../../../ui/i18n/use-language.js';
import { FieldFrame } from '../../../ui/schema-form/field-frame.js';
import { focusField } from '../../../ui/schema-form/field-id.js';
import { ErrorSummary } from '../../../ui/shell/error-summary.js';
import { Refusal } from '../../../ui/shell/refusal.js';
import { projectTypes } from './project-types.js';

/** A project that this enterprise has not yet applied for here. */
export function OpenProject({ onOpened }: { onOpened: (project: ProjectView) => void }): ReactElement {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const queries = useQueryClient();
  const once = useRef(newOnceKey());
  const [name, setName] = useState('');
  const [projectType, setProjectType] = useState('SOCIAL_GENERAL');
  const [projectCode, setProjectCode] = useState('');
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const messages = new Map(faults.map((fault) => [fault.pointer, either(fault.message, fault.messageEn)]));

  const open = useMutation({
    mutationFn: () => openProject({ name: name.trim(), projectType, ...(projectCode.trim() && { projectCode: projectCode.trim() }) }, once.current),
    onSuccess: async (project) => {
      await queries.invalidateQueries({ queryKey: ['projects'] });
      onOpened(project);
    },
    onError: (error) => {
      if (!(error instanceof ApiProblem)) return;
      once.current = newOnceKey();
      setFaults(error.fieldErrors);
    },
  });

  function submit(event: FormEvent): void {
    event.preventDefault();
    setFaults([]);
    open.mutate();
  }

  return (
    <form className="card" onSubmit={submit} noValidate aria-labelledby="new-project-title">
      <h2 id="new-project-title">{t('新建项目')}</h2>
      <ErrorSummary faults={faults} onGo={(pointer) => void focusField(pointer)} />
      {open.error && faults.length === 0 && <Refusal error={open.error} />}
      <FieldFrame id="field-name" label={t('项目名称')} required error={messages.get('/name')}>
        {(aria) => <Input {...aria} value={name} maxLength={200} onChange={(event) => setName(event.target.value)} />}
      </FieldFrame>
      <FieldFrame id="field-projectType" label={t('项目类型')} required error={messages.get('/projectType')}>
        {(aria) => (
          <select {...aria} className="native-select" value={projectType} onChange={(event) => setProjectType(event.target.value)}>
            {projectTypes.map((type) => (
              <option key={type.value} value={type.value}>
                {either(type.zh, type.en)}
              </option>
            ))}
          </select>
        )}
      </FieldFrame>
      <FieldFrame id="field-projectCode" label={t('投资项目统一代码')} help={t('24 位，由投资项目在线审批监管平台赋码；尚未取得可以暂不填写')} error={messages.get('/projectCode')}>
        {(aria) => <Input {...aria} className="short-input" value={projectCode} placeholder="2603-150123-04-01-123456" onChange={(event) => setProjectCode(event.target.value)} />}
      </FieldFrame>
      <Button type="primary" size="large" htmlType="submit" loading={open.isPending}>
        {t('新建项目并选择事项')}
      </Button>
    </form>
  );
}
