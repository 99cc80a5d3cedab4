import type { ReactElement, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';
import { useSession } from '../session/session.js';
import { LanguageSwitch } from './language-switch.js';

interface PageShellProps {
  readonly title: string;
  readonly links: readonly { to: string; text: string; end?: boolean }[];
  /** Uses the whole width of the window (work tables, the designer). */
  readonly wide?: boolean;
  readonly children: ReactNode;
}

/** Head of every page: where one is, where one can go, who is signed in. */
export function PageShell({ title, links, wide, children }: PageShellProps): ReactElement {
  const { t } = useTranslation();
  const { person, signOut } = useSession();
  return (
    <div className={wide ? 'shell wide' : 'shell'}>
      <a className="skip-link" href="#content">
        {t('跳到正文')}
      </a>
      <header className="shell-head">
        <a className="shell-title" href="/">
          <strong>{title}</strong>
          <span>{t('和林格尔新区“一站式”审批')}</span>
        </a>
        <nav aria-label={t('主导航')}>
          {links.map((link) => (
            <NavLink key={link.to} to={link.to} end={link.end}>
              {link.text}
            </NavLink>
          ))}
        </nav>
        <div className="shell-person">
          <span>{person.department?.name ?? person.organisation?.name}</span>
          <span>{person.name}</span>
          <LanguageSwitch />
          <button type="button" className="language-switch" onClick={() => void signOut()}>
            {t('退出')}
          </button>
        </div>
      </header>
      <main id="content" tabIndex={-1}>
        {children}
      </main>
    </div>
  );
}
