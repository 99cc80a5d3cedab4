import { Alert, Button, Input } from 'antd';
import { useRef, useState, type FormEvent, type ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../src/api/contract.js';
import { ApiProblem } from '../api/api-problem.js';
import { startSession } from '../api/sessions.js';
import { useLanguage } from '../i18n/use-language.js';
import { FieldFrame } from '../schema-form/field-frame.js';
import { LanguageSwitch } from '../shell/language-switch.js';

interface SignInProps {
  readonly title: string;
  /** The session ended in the middle of work. */
  readonly again?: boolean;
  readonly refusal?: ApiProblem;
  readonly onSignedIn: (person: PersonView) => void;
}

/** Name and password. */
export function SignIn({ title, again, refusal, onSignedIn }: SignInProps): ReactElement {
  const { t } = useTranslation();
  const { either } = useLanguage();
  const [username, setUsername] = useState('');
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<ApiProblem | undefined>(refusal);
  const [busy, setBusy] = useState(false);
  const alert = useRef<HTMLDivElement>(null);

  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setBusy(true);
    setProblem(undefined);
    try {
      onSignedIn(await startSession(username.trim(), password));
    } catch (error) {
      if (!(error instanceof ApiProblem)) throw error;
      setProblem(error);
      setPassword('');
      requestAnimationFrame(() => alert.current?.focus());
    } finally {
      setBusy(false);
    }
  }

  return (
    <main className="sign-in">
      <div className="sign-in-language">
        <LanguageSwitch />
      </div>
      <p className="sign-in-place">{t('和林格尔新区“一站式”审批')}</p>
      <h1>{title}</h1>
      {again && <Alert type="info" showIcon title={t('登录已过期，请重新登录。您填写的内容仍在页面上。')} />}
      {problem && (
        <div ref={alert} tabIndex={-1} role="alert">
          <Alert type="error" showIcon title={either(problem.problem.detail, problem.problem.detailEn)} />
        </div>
      )}
      <form onSubmit={(event) => void submit(event)}>
        <FieldFrame id="username" label={t('用户名')} required>
          {(aria) => <Input {...aria} size="large" autoComplete="username" value={username} onChange={(event) => setUsername(event.target.value)} />}
        </FieldFrame>
        <FieldFrame id="password" label={t('密码')} required>
          {(aria) => <Input {...aria} size="large" type="password" autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />}
        </FieldFrame>
        <Button type="primary" size="large" htmlType="submit" block loading={busy}>
          {t('登录')}
        </Button>
      </form>
      <p className="sign-in-home">
        <a href="/">{t('返回首页')}</a>
      </p>
    </main>
  );
}
