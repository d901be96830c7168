import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportToXlsx } from '../../src/excel/report-workbook.js';
import { madeUpReport, oddNames } from './made-up-report.js';
import { partsOf, sheetCells, sheetsOf } from './xlsx-parts.js';

let folder = '';
const names = ['usual', 'no-agents', 'one-chat'] as const;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chat-metrics-excel-'));
  const reports = [
    madeUpReport({ agents: [...oddNames], days: 31, troubled: true }),
    madeUpReport({ agents: [], days: 7 }),
    madeUpReport({ agents: ['Solo'], days: 1, chatsPerDay: 1 }),
  ];
  for (const [index, report] of reports.entries()) {
    writeFileSync(file(`${names[index] ?? ''}.xlsx`), await reportToXlsx(report));
  }
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function convert(format: string, into: string): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  const files = names.map((name) => file(`${name}.xlsx`));
  execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', into, ...files], {
    stdio: 'pipe',
  });
}

it('LibreOffice opens each workbook and draws every sheet', () => {
  convert('pdf', folder);
  for (const name of names) {
    const text = execFileSync('pdftotext', ['-layout', file(`${name}.pdf`), '-'], { encoding: 'utf8' });
    for (const title of [
      'Chat Report',
      'Agent Metrics',
      'Weekday Heat Map',
      'Closing Reasons',
      'Definitions',
    ])
      expect(text).toContain(title);
    expect(text).not.toMatch(/#(REF|NAME|VALUE|N\/A!|DIV)/);
  }
});

it('LibreOffice recalculates every formula to the value it was written with', () => {
  const into = file('recalculated');
  convert('xlsx:Calc MS Excel 2007 XML', into);
  for (const name of names) {
    const written = partsOf(readFileSync(file(`${name}.xlsx`)));
    const again = partsOf(readFileSync(join(into, `${name}.xlsx`)));
    const formulas = sheetsOf(written).flatMap((sheet) =>
      [...sheetCells(written, sheet.name).values()]
        .filter(({ formula }) => formula !== undefined)
        .map((cell) => ({ ...cell, sheet: sheet.name })),
    );
    expect(formulas.length).toBeGreaterThan(3);
    for (const { sheet, ref, text } of formulas)
      expect(`${ref} ${sheetCells(again, sheet).get(ref)?.text ?? ''}`).toBe(`${ref} ${text ?? ''}`);
  }
});

const checker = resolve('../shared/tools/xlsx_check.py');

it.skipIf(!existsSync(checker))('a second checker, with a second reader, finds no error', () => {
  const files = names.map((name) => file(`${name}.xlsx`));
  const said = execFileSync('/usr/bin/python3', [checker, ...files], { encoding: 'utf8' });
  expect(said.match(/ERRORS 0/g)).toHaveLength(names.length);
});
