import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll } from 'vitest';
import type { Report } from '../../../src/report/report.js';
import { runHere } from '../../cli/program.js';
import { downloaded } from './page.js';

/** What the command line says of a file with a text, in a folder of its own that goes with the tests of the file. */
export type ByCommand = (name: string, text: string, ...options: string[]) => Promise<Report>;

export function commandDesk(): { folder: string; byCommand: ByCommand } {
  const folder = mkdtempSync(join(tmpdir(), 'chat-metrics-web-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const made = new Map<string, Promise<Report>>();
  const reportOf: ByCommand = async (name, text, ...options) => {
    writeFileSync(join(folder, name), text);
    const args = ['report', name, ...options, '-q', '--format', 'json', '-o', '-'];
    const { code, stdout, stderr } = await runHere(folder, args);
    if (code !== 0) throw new Error(stderr);
    return JSON.parse(stdout) as Report;
  };
  const byCommand: ByCommand = (...asked) => {
    const key = JSON.stringify(asked);
    const report = made.get(key) ?? reportOf(...asked);
    made.set(key, report);
    return report;
  };
  return { folder, byCommand };
}

/** The report that the page shows, as it gives it away in JSON. */
export async function byPage(page: Page): Promise<Report> {
  const json = page.getByRole('button', { name: /^JSON/ });
  if (!(await json.isVisible())) await page.getByText('More downloads').click();
  const { bytes } = await downloaded(page, () => json.click());
  await page.keyboard.press('Escape');
  return JSON.parse(bytes.toString('utf8')) as Report;
}
