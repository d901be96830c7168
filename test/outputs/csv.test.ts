import { expect, it } from 'vitest';
import { outputs } from '../../src/outputs/outputs.js';
import { writtenReport, type Files, type ReportMaterial } from '../../src/outputs/write.js';
import { soundCsv } from '../cli/exports.js';
import { tempFiles } from '../reading/temp-files.js';

const files = tempFiles();

async function texts(made: Files): Promise<Map<string, string>> {
  const all = new Map<string, string>();
  for (const [name, pieces] of made) {
    let text = '';
    for await (const piece of pieces) text += String(piece);
    all.set(name, text);
  }
  return all;
}

async function material(csv: string): Promise<ReportMaterial> {
  const report = await files.report(csv);
  return { report, chats: () => noChats() };
}

// oxlint-disable-next-line typescript/require-await -- as an engine gives them
async function* noChats() {
  yield [];
}

it('data_quality.csv has every note and warning of the report', async () => {
  const made = await material(soundCsv);
  const warning = { kind: 'x_y', message: 'Odd, "very".', rows: 2, examples: [] };
  const quality = { ...made.report.data_quality, warnings: [warning], notes: ['One.', 'Two, too.'] };
  const csv = (
    await texts(await writtenReport('csv', { ...made, report: { ...made.report, data_quality: quality } }))
  ).get('data_quality.csv');
  for (const line of [
    'warning: x_y,2',
    'text of warning: x_y,"Odd, ""very""."',
    'note,One.',
    'note,"Two, too."',
  ])
    expect(csv).toContain(`\n${line}\n`);
});

it('CSV files alone begin with a byte-order mark, where that is wanted', async () => {
  const made = await material(soundCsv);
  for (const id of ['csv', 'csv-with-chats', 'chats', 'json'] as const) {
    const isCsv = outputs[id].endings.includes('csv');
    const [plain, marked] = await Promise.all(
      [false, true].map(async (csvBom) => texts(await writtenReport(id, { ...made, csvBom }))),
    );
    for (const [name, text] of marked ?? [])
      expect(text).toBe(`${isCsv ? '\uFEFF' : ''}${plain?.get(name) ?? ''}`);
  }
});
