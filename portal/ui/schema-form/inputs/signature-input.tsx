import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '../../session/session.js';
import { digestOfForm } from '../signature/digest-of-form.js';
import type { InputProps } from './input-props.js';

/** Signing with one's own account: the signature is the digest of everything the form says, so that a later change shows. */
export function SignatureInput({ value, change, form }: InputProps & { form: Record<string, unknown> }): ReactElement {
  const { t } = useTranslation();
  const { person } = useSession();
  const digest = digestOfForm(form);
  return (
    <div>
      {value === digest && (
        <p>
          <span className="deadline green">✔ {t('已签署')}</span> {t('签署摘要')} <code>{digest.slice(0, 16)}…</code>
        </p>
      )}
      {typeof value === 'string' && value !== digest && <p className="field-error">▲ {t('签署之后内容有修改，请重新签署。')}</p>}
      {value !== digest && <Button onClick={() => change(digest)}>{t('以“{{name}}”的账号签署', { name: person.name })}</Button>}
    </div>
  );
}
