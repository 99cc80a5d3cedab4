import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../src/api/contract.js';

/** Says that this page is for others, and where this person's own page is. */
export function WrongRole({ person, signOut }: { person: PersonView; signOut: () => Promise<void> }): ReactElement {
  const { t } = useTranslation();
  return (
    <main className="narrow-page">
      <h1>{t('这里不是您的工作页面')}</h1>
      <p>{t('您以“{{name}}”登录，此页面供其他岗位使用。', { name: person.name })}</p>
      <ul>
        <li>
          <a href={person.roles.includes('enterprise') ? '/enterprise' : '/workbench'}>{t('前往我的页面')}</a>
        </li>
      </ul>
      <Button onClick={() => void signOut()}>{t('退出登录')}</Button>
    </main>
  );
}
