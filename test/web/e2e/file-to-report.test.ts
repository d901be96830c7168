import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { sampleCsv } from '../../../src/index.js';
import { byPage, commandDesk } from './both-ways.js';
import { axeFindings, chooseFile, downloaded, dropFile, openSample, reportShown, webDesk } from './page.js';

const web = webDesk();
const { folder, byCommand } = commandDesk();

const sample = (chats: number): string => [...sampleCsv({ chats, seed: 5 })].join('');

const unknown = (date: (row: number) => string): string =>
  `Ref,Customer,Agent handling,Opened\n${Array.from(
    { length: 200 },
    (_, row) =>
      `R${String(row)},C${String(row % 50)},${row % 3 ? 'Ann' : 'System'},${date(row)} 1${String(row % 10)}:00`,
  ).join('\n')}\n`;

const error = (page: Page) => page.locator('.error-card');

describe('from a file to its report', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await web.openForAll());
  });

  it('says before anything is computed that everything stays here, and has no finding of axe', async () => {
    await page.getByText('Everything stays on this computer').waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('a known export dropped on the page gives the figures of the command line, under other settings too', async () => {
    const text = sample(3000);
    await dropFile(page, { name: 'chats.csv', content: text });
    await reportShown(page);
    const { tables, data_quality, source } = await byCommand('chats.csv', text);
    expect(await byPage(page)).toMatchObject({ tables, data_quality, source });
    await page.evaluate(() => (location.hash = 'period=day&business-hours=9:00-18:00'));
    await page.locator('.dashboard.busy').waitFor();
    await reportShown(page);
    const other = await byCommand('chats.csv', text, '--period', 'day', '--business-hours', '9:00-18:00');
    expect(await byPage(page)).toEqual(other);
    await page.goBack();
    await page.locator('.dashboard.busy').waitFor();
    await reportShown(page);
    expect((await byPage(page)).options.period).toBe('week');
  });

  it('asks for the columns that no heading tells, then gives the figures of the command line with --map', async () => {
    const text = unknown((row) => `2021-02-${String(1 + (row % 28)).padStart(2, '0')}`);
    await page.setViewportSize({ width: 390, height: 900 });
    await dropFile(page, { name: 'unknown.csv', content: text });
    const choices: [RegExp, RegExp][] = [
      [/^Chat,/, /^Ref:/],
      [/^Closed by,/, /^Agent handling:/],
      [/^Start,/, /^Opened:/],
    ];
    const make = page.getByRole('button', { name: 'Make the report' }).first();
    expect(await make.isDisabled()).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    for (const [field, column] of choices) {
      const choice = page.getByLabel(field);
      const options = await choice.locator('option').allInnerTexts();
      await choice.selectOption({ index: options.findIndex((option) => column.test(option)) });
      await choice.waitFor({ state: 'detached' });
    }
    await make.click();
    await reportShown(page);
    const maps = ['chat_id=Ref', 'closed_by=Agent handling', 'started_at=Opened'];
    expect(await byPage(page)).toEqual(
      await byCommand('unknown.csv', text, ...maps.flatMap((pair) => ['--map', pair])),
    );
    await dropFile(page, { name: 'unknown.csv', content: text });
    await page.locator('.dashboard.busy').waitFor();
    await reportShown(page);
    await page.setViewportSize({ width: 1280, height: 900 });
  });

  it('asks for the order of dates that can be read in two ways, and takes the answer', async () => {
    const text = unknown((row) => `0${String(1 + (row % 9))}/0${String(1 + ((row * 7) % 9))}/2021`).replace(
      /^.*\n/,
      'chat id,user,closed by,start time\n',
    );
    await dropFile(page, { name: 'dates.csv', content: text });
    await page.getByText('No date of the file says which of its numbers is the day.').waitFor();
    await page.getByLabel(/^Month, day, year: /).check();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Make the report' }).first().click();
    await reportShown(page);
    expect(await byPage(page)).toEqual(await byCommand('dates.csv', text, '--date-order', 'mdy'));
  });

  it('a pasted table is a file like any other', async () => {
    await page.evaluate((text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true }));
    }, sample(100));
    await reportShown(page);
    expect((await byPage(page)).data_quality.rows_read).toBe(100);
  });
});

describe('when something goes wrong', () => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await web.openForAll());
    await openSample(page);
    await reportShown(page);
  });

  it('the way back leads to the start, and forward to the same report without choosing again', async () => {
    await page.goBack();
    await page.locator('.start').waitFor();
    expect(await page.title()).toBe('Chat Metrics');
    await page.goForward();
    await reportShown(page);
    expect(await page.title()).toMatch(/^.*2026, sample.csv - Chat Metrics$/);
    expect((await byPage(page)).data_quality.rows_read).toBe(5000);
  });

  it('a wrong file is named for what it is, and the report before it is a click away', async () => {
    await dropFile(page, { name: 'a.pdf', content: '%PDF-1.7' });
    await error(page).getByText('a.pdf is a PDF.').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('button', { name: 'Back to the report' }).click();
    await reportShown(page);
    expect((await byPage(page)).data_quality.rows_read).toBe(5000);
  });

  it('a cancelled file leaves the report before it; a second drop takes the place of the first', async () => {
    const path = join(folder, 'large.csv');
    writeFileSync(path, sample(100_000));
    await chooseFile(page, path);
    await page.locator('.progress-panel progress[value]').waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await reportShown(page);
    expect((await byPage(page)).data_quality.rows_read).toBe(5000);
    await chooseFile(page, path);
    await page.locator('.progress-panel').waitFor();
    await dropFile(page, { name: 'small.csv', content: sample(70) });
    await page.getByRole('paragraph').filter({ hasText: 'small.csv' }).first().waitFor();
    await reportShown(page);
    expect((await byPage(page)).data_quality.rows_read).toBe(70);
  });

  it('rows that are all rejected can be downloaded with their reasons', async () => {
    await dropFile(page, { name: 'bad.csv', content: 'chat id,closed by,start time\n1,Ann,never\n' });
    await error(page).getByText('None of the 1 rows can be used').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    const { bytes } = await downloaded(page, () =>
      page.getByRole('button', { name: 'Download the rejected rows' }).click(),
    );
    expect(bytes.toString('utf8')).toContain('1,Ann,never,bad.csv,2,unreadable started_at');
  });

  it('a page that is loaded again in mid-work says which file to choose once more', async () => {
    const { page } = await web.open();
    await dropFile(page, { name: 'chats.csv', content: sample(500) });
    await page.reload();
    await page.getByText('a page cannot keep files').waitFor();
    expect(await page.locator('.notice').innerText()).toContain('chats.csv');
    expect(await axeFindings(page)).toEqual([]);
  });
});
