import { Component, type ErrorInfo, type ReactNode } from 'react';
import { words } from '../i18n/words.js';

/** Says that a page broke down instead of leaving the window empty; what was saved is with the server. */
export class PageGuard extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <main className="narrow-page">
        <h1>{words.t('页面出现了问题')}</h1>
        <p>{words.t('已保存的内容没有丢失。请重新打开本页；如果再次出现，请联系管理员。')}</p>
        <p>
          <a href={location.href}>{words.t('重新打开本页')}</a>
        </p>
      </main>
    );
  }
}
