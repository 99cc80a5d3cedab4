import 'antd/dist/reset.css';
import 'dayjs/locale/zh-cn';
import './page.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { StrictMode, type ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { I18nextProvider } from 'react-i18next';
import { BrowserRouter } from 'react-router';
import { ApiProblem } from '../api/api-problem.js';
import { useLanguage } from '../i18n/use-language.js';
import { words } from '../i18n/words.js';
import { PageGuard } from './page-guard.js';
import { giveStylesTheNonce, pageNonce } from './csp-nonce.js';
import { theme } from './theme.js';

/** Draws the page below `basename` into the entry document, with language, theme, queries and addresses in place. */
export function startPage(page: ReactElement, basename: string): void {
  const nonce = pageNonce();
  giveStylesTheNonce(nonce);
  const queries = new QueryClient({ defaultOptions: { queries: { retry: worthRetrying, staleTime: 5_000 } } });
  createRoot(document.getElementById('root') as HTMLElement).render(
    <StrictMode>
      <I18nextProvider i18n={words}>
        <Themed nonce={nonce}>
          <QueryClientProvider client={queries}>
            <BrowserRouter basename={basename}>
              <PageGuard>{page}</PageGuard>
            </BrowserRouter>
          </QueryClientProvider>
        </Themed>
      </I18nextProvider>
    </StrictMode>,
  );
}

function Themed({ nonce, children }: { nonce: string; children: ReactElement }): ReactElement {
  const { language } = useLanguage();
  return (
    <ConfigProvider csp={{ nonce }} theme={theme} locale={language === 'en' ? enUS : zhCN} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  );
}

/** A lost connection is tried twice again; what the server answered is an answer. */
function worthRetrying(count: number, error: Error): boolean {
  return count < 2 && !(error instanceof ApiProblem);
}
