import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import type { Browser, Locator } from 'playwright-core';
import { openBrowser, phoneScreen, signIn, sitDown, type Desk } from '../desk.js';
import { startBuiltProduct, type RunningProduct } from '../running-product.js';
import { act, workOf } from '../steps/act.js';
import { until } from '../until.js';
import { fillAnswers } from '../steps/fill-application.js';
import { samplePage } from '../../../src/cli/demo/sample-page.js';

jest.setTimeout(240_000);

interface Application {
  items: string[];
  form: Record<string, Record<string, unknown>>;
}

const application = JSON.parse(readFileSync('seeds/demo/data-centre-application.json', 'utf8')) as Application;
const paper = path.join(mkdtempSync(path.join(os.tmpdir(), 'onestop-paper-')), '材料.pdf');
writeFileSync(paper, samplePage('Paper'));

describe('one application travels through the pages from one form to one seal', () => {
  let product: RunningProduct;
  let browser: Browser;
  let casePath = '';
  const desks: Desk[] = [];

  beforeAll(async () => {
    [product, browser] = await Promise.all([startBuiltProduct(), openBrowser()]);
  });
  afterAll(async () => {
    await browser?.close();
    await product?.stop();
  });

  async function desk(username: string, address = '/workbench', screen?: typeof phoneScreen): Promise<Desk> {
    if (casePath === '' && address === '/workbench') throw new Error('Nothing was submitted, so there is nothing to handle');
    const opened = await sitDown(browser, product.url, screen);
    desks.push(opened);
    await signIn(opened, address, username);
    return opened;
  }

  it('is filled in by the enterprise, one section after the other, and submitted', async () => {
    const { page, look } = await desk('enterprise', '/enterprise/apply');
    await look('01-start');
    await page.getByLabel('项目', { exact: true }).selectOption('new');
    await page.getByLabel('项目名称').fill(String(application.form.S01?.projectName));
    await page.getByRole('button', { name: '新建项目并选择事项' }).click();
    await page.getByText('我的办事清单').waitFor();
    await chooseExactly(page, application.items);
    await look('02-choose-items');
    await page.getByRole('button', { name: /个事项开始填写/ }).click();
    await page.getByRole('heading', { level: 1, name: '项目基本信息' }).waitFor();
    expect(await page.getByLabel('项目名称').inputValue()).toBe(application.form.S01?.projectName);
    await page.getByRole('button', { name: '保存并继续' }).click();
    await page.getByRole('heading', { name: /处需要修改/ }).waitFor();
    await look('03-errors');
    const sections = await page.locator('.section-list a').evaluateAll((links: { getAttribute(name: string): string | null }[]) => links.map((link) => link.getAttribute('href')?.split('/').at(-1) ?? ''));
    for (const section of sections) {
      await page.locator(`.section-list a[href$="/${section}"]`).click();
      await fillAnswers(page, application.form[section] ?? {}, `/${section}`);
      if (section === 'S05' || section === 'S08' || section === 'S18') await look(`04-section-${section}`);
      await page.getByRole('button', { name: /^保存并/ }).click();
      await page.locator('.error-summary').waitFor({ state: 'detached' }).catch(async () => {
        throw new Error(`${section}: ${await page.locator('.error-summary').innerText()}`);
      });
    }
    await page.getByRole('heading', { level: 1, name: '上传材料' }).waitFor();
    const pickers = page.locator('.material:not(.there) input[type=file]');
    for (let left = await pickers.count(); left > 0; left -= 1) {
      await pickers.first().setInputFiles(paper);
      await until(async () => (await pickers.count()) < left, { what: 'the file is there' });
    }
    await look('05-materials');
    await page.getByRole('link', { name: '下一步：核对并提交' }).click();
    await page.getByRole('button', { name: '提交申请' }).waitFor();
    await look('06-check');
    await page.getByRole('button', { name: '提交申请' }).click();
    await page.waitForURL(/\/enterprise\/cases\/[^/]+$/).catch(async () => {
      throw new Error(`Not submitted: ${await page.locator('main').innerText()}`);
    });
    casePath = new URL(page.url()).pathname.replace('/enterprise', '');
    await page.getByText('已收件，待受理').first().waitFor();
    await look('07-submitted');
  });

  it('is sent back once with an itemised notice, and only what was asked for can be changed', async () => {
    const clerk = await desk('clerk');
    await clerk.look('10-clerk-work-list');
    await clerk.page.goto(`/workbench${casePath}`);
    await clerk.page.getByRole('button', { name: '一次性告知补正', exact: true }).click();
    await clerk.page.getByLabel('需要补正的字段或材料').selectOption('/S02/contactPhone');
    await clerk.page.getByRole('button', { name: '加入告知书' }).click();
    await clerk.page.getByLabel('补正原因').fill('联系电话无法接通');
    await clerk.page.getByLabel('依据').fill('行政许可法第三十一条');
    await clerk.look('11-correction-picker');
    await clerk.page.getByRole('button', { name: '确认一次性告知补正' }).click();
    await clerk.page.getByText('已完成：一次性告知补正').waitFor();

    const phone = await desk('enterprise', '/enterprise', phoneScreen);
    await phone.page.getByRole('heading', { name: '您现在需要做的' }).waitFor();
    await phone.look('12-phone-my-cases');
    await phone.page.getByRole('link', { name: '按补正告知书补齐材料' }).first().click();
    await phone.page.getByLabel('联系人手机').fill('13800000002');
    await phone.look('12-phone-correction');
    expect(await phone.page.locator('main .field input:not([type=file])').count()).toBe(1);
    await phone.page.getByRole('button', { name: '提交补正' }).click();
    await phone.page.getByText('现在到哪一步').waitFor();
    await phone.look('13-phone-case');
  });

  it('is accepted, reviewed once, examined in parallel and verified', async () => {
    const clerk = await desk('clerk');
    await clerk.page.goto(`/workbench${casePath}`);
    await act(clerk.page, '受理', { remarks: '材料齐全，符合法定形式' });
    await clerk.look('20-accepted');
    for (const tab of ['流程图', '时限', '意见与记录', '文书', '材料']) {
      await clerk.page.getByRole('tab', { name: tab }).click();
      if (tab === '流程图') await clerk.page.locator('.flow-canvas .bjs-powered-by').waitFor();
      await clerk.page.waitForTimeout(300);
      await clerk.look(`21-tab-${tab}`);
    }
    const reviewer = await desk('reviewer-zjj');
    await reviewer.page.goto(`/workbench${casePath}`);
    await act(reviewer.page, '委托评审', { conflictsChecked: true });
    for (const username of ['reviewer-zjj', 'reviewer-sthj', 'reviewer-ggsy']) {
      const { page } = await desk(username);
      for (const address of await workOf(page, '经办审查')) {
        await page.goto(address);
        await act(page, '通过', { opinion: '申请材料符合规定，建议通过' });
      }
    }
    const { page } = await desk('leader');
    for (const address of await workOf(page, '复核')) {
      await page.goto(address);
      await act(page, '同意', { opinion: '同意经办意见' });
    }
    const agency = await desk('agency');
    await agency.page.goto(`/workbench${casePath}`);
    await act(agency.page, '提交评审报告', { conclusion: 'pass', experts: [{ name: '郝云峰', speciality: '建筑结构' }], points: [{ point: '施工图设计总体可行，符合现行标准。' }] });
    await agency.look('22-agency');
  });

  it('is discussed in one meeting with one opinion of each department', async () => {
    const secretary = await desk('secretary');
    await secretary.page.goto(`/workbench${casePath}`);
    await act(secretary.page, '召集会议', { heldOn: '2026-03-02', startsAt: '09:30', place: '新区管委会第二会议室', chair: '吴主任' });
    for (const username of ['reviewer-zjj', 'reviewer-sthj', 'reviewer-ggsy']) {
      const { page } = await desk(username);
      await page.goto(`/workbench${casePath}`);
      await act(page, '部门会签意见', { opinion: 'agree' });
    }
    await secretary.page.reload();
    await act(secretary.page, '会议纪要', { conclusion: '会议原则同意本项目各审批事项。' });
  });

  it('is decided, sealed once, delivered, and its certificate verifies for everybody', async () => {
    const { page } = await desk('leader');
    const order = (title: string): number => (title.includes('施工许可证') ? 3 : title.includes('施工图') ? 0 : title.includes('消防') ? 1 : 2);
    await page.goto('/workbench');
    await page.locator('tr', { hasText: '决定' }).first().waitFor();
    const rows = await Promise.all((await page.locator('tr', { hasText: '决定' }).filter({ has: page.getByRole('link') }).all()).map(async (row) => ({ title: await row.innerText(), address: (await row.getByRole('link').getAttribute('href')) ?? '' })));
    for (const { address } of rows.sort((one, other) => order(one.title) - order(other.title))) {
      await page.goto(address);
      await act(page, '准予许可', { content: '准予许可，按批准的内容实施' });
    }
    const keeper = await desk('sealkeeper');
    await keeper.page.goto(`/workbench${casePath}?tab=documents`);
    await until(async () => (await keeper.page.getByRole('link', { name: /^查看 PDF/ }).count()) > 0, { what: 'documents to look at before sealing' });
    await keeper.look('30-sealing');
    await act(keeper.page, '用印', { contentChecked: true });
    const clerk = await desk('clerk');
    await waitForSeals(clerk);
    await act(clerk.page, '送达');
    await clerk.look('31-delivered');

    const enterprise = await desk('enterprise', `/enterprise${casePath}`);
    await enterprise.page.getByText('办结').first().waitFor();
    expect(await enterprise.page.getByText(/剩 \d+ 个工作日/).count()).toBe(0);
    await enterprise.page.getByRole('button', { name: '看每一天' }).first().click();
    await enterprise.look('32-closed');
    const certificate = enterprise.page.locator('.documents li', { hasText: '证照' }).or(enterprise.page.locator('.documents li', { hasText: '许可证' })).first();
    expect((await downloaded(enterprise.page, certificate)).subarray(0, 5).toString('latin1')).toBe('%PDF-');
    const code = /核验码 (\S+)/.exec(await certificate.innerText())?.[1] ?? '';
    const anybody = await sitDown(browser, product.url, phoneScreen);
    desks.push(anybody);
    await anybody.page.goto('/');
    await anybody.look('33-phone-public');
    await anybody.page.getByLabel('核验码').fill(code);
    await anybody.page.getByRole('button', { name: '核验文书' }).click();
    await anybody.page.getByText('文书真实、有效').waitFor();
    await anybody.look('34-phone-verified');
  });

  it('leaves no error of a script, no refusal of the policy and nothing for axe to hold against any page', () => {
    expect([...new Set(desks.flatMap(({ faults }) => faults))]).toEqual([]);
  });

  async function waitForSeals({ page }: Desk): Promise<void> {
    for (let tries = 0; tries < 60; tries += 1) {
      await page.goto(`/workbench${casePath}?tab=documents`);
      await page.locator('.documents li').first().waitFor();
      if ((await page.locator('.documents li', { hasText: /待用印|生成中|已制作/ }).count()) === 0) return;
      await page.waitForTimeout(500);
    }
    throw new Error('The documents were not sealed in time');
  }
});

/** Clicks the link to a paper and reads what the person gets: a browser window without a viewer saves it. */
async function downloaded(page: Desk['page'], paperLine: Locator): Promise<Buffer> {
  const [answer] = await Promise.all([page.context().waitForEvent('response', (response) => /\/documents\/[^/]+\/content$/.test(response.url())), paperLine.getByRole('link', { name: /^查看 PDF/ }).click()]);
  expect(answer.headers()['content-type']).toBe('application/pdf');
  const again = await page.context().request.get(answer.url());
  return again.body();
}

/** Ticks the items of the application and nothing else. */
async function chooseExactly(page: Desk['page'], codes: readonly string[]): Promise<void> {
  const list = JSON.parse(readFileSync('seeds/reference/items.json', 'utf8')) as { items: { code: string; nameZh: string }[] };
  const names = codes.map((code) => list.items.find((item) => item.code === code)?.nameZh ?? code);
  for (const folded of await page.locator('details:not([open]) summary', { hasText: '不需要办理' }).all()) await folded.click();
  for (const line of await page.locator('.item-line').all()) {
    const name = await line.locator('strong').innerText();
    await line.getByRole('checkbox').setChecked(names.includes(name));
  }
}
