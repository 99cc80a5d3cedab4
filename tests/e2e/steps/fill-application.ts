import type { Page } from 'playwright-core';

type Answers = Record<string, unknown>;

/** Types the answers of one section (or list entry) into the inputs of the page, each as a person would. */
export async function fillAnswers(page: Page, answers: Answers, parent: string): Promise<void> {
  for (const [key, value] of Object.entries(answers)) await fillOne(page, `${parent}/${key}`, value);
}

async function fillOne(page: Page, pointer: string, value: unknown): Promise<void> {
  const input = page.locator(`#field${pointer.replace(/[^0-9A-Za-z]+/g, '-')}`);
  if (pointer === '/S18/signature') return input.getByRole('button').click();
  if (isPolygon(value)) return input.fill((value.coordinates[0] ?? []).slice(0, -1).map((corner) => corner.join(',')).join('\n'));
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) {
      await input.getByRole('button', { name: /^添加/ }).click();
      if (typeof entry === 'object') await fillAnswers(page, entry as Answers, `${pointer}/${index}`);
      else await input.getByRole('textbox').nth(index).fill(String(entry));
    }
    return;
  }
  if (typeof value === 'boolean') {
    const box = input.getByRole('checkbox');
    if ((await box.count()) > 0) await box.setChecked(value);
    else await input.getByRole('radio', { name: value ? '是' : '否', exact: true }).check();
    return;
  }
  if ((await input.evaluate((element: { tagName: string }) => element.tagName)) === 'SELECT') await input.selectOption(String(value));
  else await input.fill(String(value));
}

function isPolygon(value: unknown): value is { coordinates: number[][][] } {
  return typeof value === 'object' && value !== null && 'coordinates' in value;
}
