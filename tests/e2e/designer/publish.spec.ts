import { jest } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { openBrowser, signIn, sitDown, type Desk } from '../desk.js';
import { startBuiltProduct, type RunningProduct } from '../running-product.js';

jest.setTimeout(120_000);

describe('an administrator changes a flow in the designer', () => {
  let product: RunningProduct;
  let browser: Browser;
  let desk: Desk;

  beforeAll(async () => {
    [product, browser] = await Promise.all([startBuiltProduct(), openBrowser()]);
    desk = await sitDown(browser, product.url);
    await signIn(desk, '/designer', 'admin');
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  const checked = (): Promise<void> => desk.page.locator('.problems-sum[data-checking=false]').waitFor();
  const press = (name: string): Promise<void> => desk.page.getByRole('button', { name, exact: true }).click();

  it('finds the flow without errors and with its longest way', async () => {
    const { page, look } = desk;
    await look('40-flows');
    await page.locator('tr', { hasText: 'stage-construction-permit' }).getByRole('link').click();
    await page.getByText('没有错误').waitFor();
    await page.getByText('最长用时 14 个工作日').waitFor();
    await checked();
    await page.locator('.desk-canvas .bjs-powered-by').waitFor();
    await look('41-designer');
  });

  it('sees while drawing that a cut path makes the flow wait for ever, and cannot publish it', async () => {
    const { page, look } = desk;
    await page.locator('.djs-element[data-element-id="toReviewed"] .djs-hit').first().click({ force: true });
    await page.getByLabel('条件（FEEL）').waitFor();
    await page.keyboard.press('Delete');
    await page.getByText(/个错误，不能发布/).waitFor();
    await checked();
    const wait = page.locator('.problems li.error', { hasText: 'deadlock' });
    await wait.getByRole('button').click();
    await wait.getByText(/反例路径 .*受理审查 → .*提交评审报告 → 审查汇合/).waitFor();
    await look('42-finding');
    expect(await page.locator('.desk-canvas .counter-example[data-element-id]').evaluateAll((marked: { getAttribute(name: string): string | null }[]) => marked.map((element) => element.getAttribute('data-element-id')).sort())).toEqual(
      ['accept', 'commissionReview', 'examineItems', 'forkReview', 'isAccepted', 'joinReview', 'needsReview', 'reviewReport', 'start'],
    );
    expect(await page.locator('.desk-canvas .finding-error[data-element-id="joinReview"]').count()).toBe(1);
    await press('发布新版本');
    await page.locator('.flow-desk .ant-alert-error').waitFor();
  });

  it('repairs it, changes a limit, sees the longest way grow and publishes the next version', async () => {
    const { page, look } = desk;
    await press('撤销');
    await page.getByText('没有错误').waitFor();
    expect(await page.locator('.desk-canvas .counter-example').count()).toBe(0);
    await page.locator('.djs-element[data-element-id="seal"]').click();
    await page.getByText('UserTask · seal').waitFor();
    const limit = page.getByLabel('时限（工作日）', { exact: true });
    await limit.fill('2');
    await limit.press('Enter');
    await page.getByText('最长用时 15 个工作日').waitFor();
    await press('发布新版本');
    await page.getByText('已发布第 2 版').waitFor();
    await page.getByText('草稿已保存').waitFor();
    await press('版本');
    await page.getByRole('button', { name: '载入第 2 版到画布' }).waitFor();
    await page.waitForTimeout(400);
    await look('43-versions');
  });

  it('leaves no error of a script, no refusal of the policy and nothing for axe to hold against any page', () => {
    expect(desk.faults).toEqual([]);
  });
});
