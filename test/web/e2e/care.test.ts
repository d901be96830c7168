import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeFindings, dropFile, openSample, reportShown, webDesk } from './page.js';

const web = webDesk();

async function report(page: Page): Promise<void> {
  await openSample(page);
  await reportShown(page);
}

const views: Record<string, (page: Page) => Promise<void>> = {
  'the start': () => Promise.resolve(),
  'the report': report,
  'the settings': async (page) => {
    await report(page);
    await page.getByRole('button', { name: 'Settings', exact: true }).click();
    await page.locator('#setting-period').waitFor();
  },
  'the downloads': async (page) => {
    await report(page);
    await page.getByText('More downloads', { exact: true }).first().click();
  },
  'the columns': async (page) => {
    await report(page);
    await page.getByRole('button', { name: 'Columns and dates' }).click();
    await page.getByRole('button', { name: 'Make the report' }).first().waitFor();
  },
  'a file that cannot be read': async (page) => {
    await dropFile(page, {
      name: 'picture.csv',
      content: Uint8Array.from({ length: 4000 }, (_, i) => i * 7),
    });
    await page.locator('main [role=alert]').first().waitFor();
  },
};

describe.each(Object.entries(views))('%s', (_, show) => {
  it.each([
    ['light', 1280],
    ['dark', 1280],
    ['light', 390],
  ] as const)('has nothing that axe finds wrong, %s at %i pixels', async (scheme, width) => {
    const { page } = await web.open({ scheme, width, reducedMotion: true });
    await show(page);
    expect(await axeFindings(page)).toEqual([]);
  });

  it.each([360, 2560])('needs no scrolling sideways at %i pixels', async (width) => {
    const { page } = await web.open({ width });
    await show(page);
    const beyond = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(beyond).toBeLessThanOrEqual(0);
  });
});
