import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { sampleCsv } from '../../../src/index.js';
import { dropFile, reportShown, webDesk } from './page.js';

const web = webDesk();
const content = [...sampleCsv({ chats: 20_000, seed: 5 })].join('');

/** The printed page as text, a text for each sheet of paper. */
async function printed(): Promise<string[]> {
  const { page } = await web.open();
  await dropFile(page, { name: 'chats.csv', content });
  await reportShown(page);
  const pdf = await page.pdf({ format: 'A4' });
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
  return text.split('\f');
}

it('the headings of the agents are printed again on each sheet of paper that their table goes on on', async () => {
  const sheets = await printed();
  const first = sheets.findIndex((sheet) => sheet.includes('Every agent'));
  const last = sheets.findIndex((sheet) => sheet.includes('Data quality'));
  const ofAgents = sheets.slice(first, last);
  expect(ofAgents.length).toBeGreaterThan(1);
  for (const sheet of ofAgents) expect(sheet).toMatch(/Agent +Agents/);
});
