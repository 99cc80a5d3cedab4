import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Browser, type Page } from 'playwright-core';

const flags = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const screenshots = path.resolve(process.env.SCREENSHOTS_DIR ?? 'data/screenshots');

export const officeScreen = { width: 1366, height: 768 };
export const phoneScreen = { width: 360, height: 740 };

/** One person before one browser window. Everything that went wrong in it is collected and must be nothing at the end. */
export interface Desk {
  readonly page: Page;
  /** Errors of scripts, refusals of the content policy, and what axe holds against a page. */
  readonly faults: string[];
  /** Keeps a picture of the page and lets axe (WCAG 2.2 A and AA) judge it. */
  readonly look: (name: string) => Promise<void>;
  readonly leave: () => Promise<void>;
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: flags });
}

export async function sitDown(browser: Browser, url: string, screen = officeScreen): Promise<Desk> {
  const context = await browser.newContext({ viewport: screen, locale: 'zh-CN', baseURL: url });
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`script: ${error.message}`));
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) faults.push(`policy: ${message.text()}`);
  });
  return {
    page,
    faults,
    look: async (name) => {
      mkdirSync(screenshots, { recursive: true });
      // Pictures of the whole page would show what sticks to its edges in its middle.
      await page.evaluate('scrollTo(0, 0)');
      if (await page.evaluate('document.documentElement.scrollWidth > innerWidth')) faults.push(`${name} is wider than the screen`);
      await page.screenshot({ path: path.join(screenshots, `${name}.png`), fullPage: true });
      const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']).analyze();
      for (const violation of violations) faults.push(`axe on ${name}: ${violation.id} – ${violation.nodes.slice(0, 3).map((node) => node.html.slice(0, 160)).join(' | ')}`);
    },
    leave: () => context.close(),
  };
}

/** Opens a page and signs in there. */
export async function signIn({ page }: Desk, address: string, username: string): Promise<void> {
  await page.goto(address);
  await page.getByLabel('用户名').fill(username);
  await page.getByLabel('密码').fill('Onestop-2026');
  await page.getByRole('button', { name: '登录' }).click();
  await page.getByRole('button', { name: '退出' }).waitFor();
}
