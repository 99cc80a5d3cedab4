import type { Page } from 'playwright-core';
import { until } from '../until.js';
import { fillAnswers } from './fill-application.js';

/** Opens a case, presses the button of an action, fills its form and confirms it. */
export async function act(page: Page, button: string, answers: Record<string, unknown> = {}): Promise<void> {
  await page.getByRole('region', { name: '可办理的操作' }).getByRole('button', { name: button, exact: true }).click();
  const panel = page.locator('form.action-panel');
  const confirm = panel.getByRole('button', { name: `确认${button}` });
  await until(() => confirm.isEnabled(), { what: `the form of “${button}”` });
  await fillAnswers(page, answers, '');
  await confirm.click();
  await panel.waitFor({ state: 'detached' }).catch(async () => {
    throw new Error(`“${button}” was not accepted: ${await panel.innerText()}`);
  });
  await page.getByText(`已完成：${button}`).waitFor();
}

/** The work of one step on the desk of whoever is signed in: addresses of the cases. */
export async function workOf(page: Page, step: string): Promise<string[]> {
  await page.goto('/workbench');
  await page.locator('table, .card').first().waitFor();
  const links = page.locator('tr', { hasText: step }).getByRole('link');
  return Promise.all((await links.all()).map(async (link) => (await link.getAttribute('href')) ?? ''));
}
