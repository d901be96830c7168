import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, dropFile, openSample, reportShown, webDesk } from './page.js';

const web = webDesk();

/** All rules of axe in one look, and in the others those of what they change. */
const looks = [
  ['light', 1280, undefined],
  ['dark', 1280, ['color-contrast', 'link-in-text-block']],
  ['light', 390, ['scrollable-region-focusable', 'target-size', 'label', 'button-name', 'aria-hidden-focus']],
] as const;
const widths = [360, 2560];

/** What is wrong with the page as it is, or a part of it: what axe finds in each look, and widths that need scrolling sideways. */
async function faults(page: Page, view: string, part?: string): Promise<string[]> {
  const found: string[] = [];
  for (const [colorScheme, width, rules] of looks) {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 900 });
    const findings = await axeFindings(page, rules, part);
    found.push(...findings.map((finding) => `${view}, ${colorScheme}, ${String(width)}: ${finding}`));
  }
  for (const width of widths) {
    await page.setViewportSize({ width, height: 900 });
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    if (beyond > 0) found.push(`${view}: ${String(beyond)} pixels beyond ${String(width)}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  return found;
}

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

it('the start and a file that cannot be read have nothing that axe finds wrong, and need no scrolling sideways', async () => {
  const { page } = await web.open();
  const start = await faults(page, 'the start');
  await dropFile(page, {
    name: 'picture.csv',
    content: Uint8Array.from({ length: 4000 }, (_, i) => i * 7),
  });
  await page.locator('main [role=alert]').first().waitFor();
  expect([...start, ...(await faults(page, 'a file that cannot be read'))]).toEqual([]);
});

it('a report and all that opens on it has nothing that axe finds wrong, and needs no scrolling sideways', async () => {
  const { page } = await web.open();
  await openSample(page);
  await reportShown(page);
  expect(await page.locator('.dashboard').innerText()).toContain('Incoming chats');
  const found = await faults(page, 'the report');
  await page.getByText('More downloads', { exact: true }).first().click();
  found.push(...(await faults(page, 'the downloads', '.menu[open]')));
  await page.keyboard.press('Escape');
  await press(page, 'Settings');
  await page.locator('#setting-period').waitFor();
  found.push(...(await faults(page, 'the settings', '.settings-panel')));
  await press(page, 'Close the settings');
  await press(page, 'Columns and dates');
  await page.getByRole('button', { name: 'Make the report' }).first().waitFor();
  found.push(...(await faults(page, 'the columns')));
  expect(found).toEqual([]);
});
