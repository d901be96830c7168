import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { reportToXlsx } from '../../src/excel/report-workbook.js';
import { writeWorkbook } from '../../src/excel/write.js';
import { someOf } from '../tiers.js';
import { madeUpReport, oddNames } from './made-up-report.js';
import { sheet, workbook } from './workbooks.js';
import { partsOf, sheetCells, sheetsOf } from './xlsx-parts.js';

let folder = '';
const names = ['usual', 'no-agents', 'one-chat', 'by-day', 'compared'] as const;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'chat-metrics-excel-'));
  const reports = [
    madeUpReport({ agents: [...oddNames], days: 31, troubled: true }),
    madeUpReport({ agents: [], days: 7 }),
    madeUpReport({ agents: ['Solo'], days: 1, chatsPerDay: 1 }),
    madeUpReport({ agents: ['A', 'B'], days: 40, period: 'day' }),
    madeUpReport({ agents: [...oddNames], days: 28, compared: true }),
  ];
  for (const [index, report] of reports.entries()) {
    writeFileSync(file(`${names[index] ?? ''}.xlsx`), await reportToXlsx(report));
  }
  writeFileSync(file('wrong.xlsx'), await writeWorkbook(workbook(sheet({ cells: [wrong] }))));
});

/** Shows that LibreOffice does recalculate. */
const wrong = { row: 1, column: 1, value: { formula: '1+1', result: 3 }, style: 'plain' } as const;

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** LibreOffice believes the values of a file, unless its settings say that it always recalculates. */
const recalculating = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`;

function convert(format: string, into: string, converted: readonly string[]): void {
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  mkdirSync(join(folder, 'profile', 'user'), { recursive: true });
  writeFileSync(join(folder, 'profile', 'user', 'registrymodifications.xcu'), recalculating);
  const files = converted.map((name) => file(`${name}.xlsx`));
  execFileSync('soffice', [profile, '--headless', '--convert-to', format, '--outdir', into, ...files], {
    stdio: 'pipe',
  });
}

it('LibreOffice opens each workbook and draws every sheet', () => {
  const drawn = someOf(names, 2);
  convert('pdf', folder, drawn);
  for (const name of drawn) {
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
  convert('xlsx:Calc MS Excel 2007 XML', into, [...names, 'wrong']);
  for (const name of names) {
    const written = partsOf(readFileSync(file(`${name}.xlsx`)));
    const again = partsOf(readFileSync(join(into, `${name}.xlsx`)));
    const formulas = sheetsOf(written).flatMap((sheet) =>
      [...sheetCells(written, sheet.name).values()]
        .filter(({ formula }) => formula !== undefined)
        .map((cell) => ({ ...cell, sheet: sheet.name })),
    );
    const read = new Map<string, ReturnType<typeof sheetCells>>();
    const cellsAgain = (sheet: string) => {
      const cells = read.get(sheet) ?? sheetCells(again, sheet);
      read.set(sheet, cells);
      return cells;
    };
    expect(formulas.length).toBeGreaterThan(100);
    const differing = formulas.filter(
      ({ sheet, ref, text }) => !same(cellsAgain(sheet).get(ref)?.text, text),
    );
    expect(differing).toEqual([]);
  }
  const corrected = partsOf(readFileSync(join(into, 'wrong.xlsx')));
  expect(sheetCells(corrected, 'Sheet').get('A1')?.text).toBe('2');
});

/** Equal texts, or numbers that differ by less than any program shows. */
function same(a: string | undefined, b: string | undefined): boolean {
  const [one, other] = [Number(a), Number(b)];
  return a === b || Math.abs(one - other) <= 1e-12 * Math.max(Math.abs(one), Math.abs(other));
}

const checker = resolve('../shared/tools/xlsx_check.py');

it.skipIf(!existsSync(checker))('a second checker, with a second reader, finds no error', () => {
  const files = names.map((name) => file(`${name}.xlsx`));
  const said = execFileSync('/usr/bin/python3', [checker, ...files], { encoding: 'utf8' });
  expect(said.match(/ERRORS 0/g)).toHaveLength(names.length);
});
