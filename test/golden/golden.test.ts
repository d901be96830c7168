import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { reportToXlsx, type Report } from '../../src/index.js';
import { isLong } from '../tiers.js';
import { desk, runHere } from '../cli/program.js';
import { repairReasons } from '../excel/repair-reasons.js';
import { partsOf } from '../excel/xlsx-parts.js';
import { referenceForCsv } from '../reference/from-spec.js';
import { differences } from '../report/against-reference.js';
import { goldenCases, orphans, referenceOptions, type GoldenCase } from './cases.js';
import { expectGolden } from './golden-file.js';
import { brokenInvariants } from './invariants.js';
import { readable } from './readable.js';

const { path, write } = desk();
const secondOpinion = resolve('../shared/tools/xlsx_check.py');

function reportOn(cwd: string, files: readonly string[], args: readonly string[]) {
  return runHere(cwd, ['report', ...files, '--format', 'json', '-q', ...args]);
}

/** The workbook of a report has nothing that Excel would repair, by our rules and by those of another program. */
async function expectSoundWorkbook(report: Report): Promise<void> {
  const bytes = await reportToXlsx(report);
  expect(repairReasons(partsOf(bytes))).toEqual([]);
  if (!existsSync(secondOpinion)) return;
  writeFileSync(path('report.xlsx'), bytes);
  const { status, stdout } = spawnSync('/usr/bin/python3', [secondOpinion, path('report.xlsx')], {
    encoding: 'utf8',
  });
  expect(status, stdout).toBe(0);
}

function expectReferenceFigures(one: GoldenCase, report: Report): void {
  const csv = readFileSync(join(one.folder, 'input.csv'), 'utf8');
  expect(differences(referenceForCsv(csv, referenceOptions(one)), report)).toEqual([]);
}

describe('a report in JSON is as it was, its figures hold together, and its workbook is sound', () => {
  it.each(goldenCases)('$name: $about', async (one) => {
    const { code, stdout, stderr } = await reportOn(one.folder, one.files, one.arguments);
    const report = code === 0 ? (JSON.parse(stdout) as Report) : null;
    if (report) {
      expect(brokenInvariants(report)).toEqual([]);
      expect(one.reference ?? one.tables_as, 'a golden may not stand for its figures alone').toBeTruthy();
      if (one.reference) expectReferenceFigures(one, report);
      if (isLong || !one.tables_as) await expectSoundWorkbook(report);
    }
    expectGolden(join(one.output, 'report.json'), report && readable(report));
    expectGolden(join(one.output, 'error.txt'), stderr || null);
    expectGolden(join(one.output, 'exit.txt'), `${String(code)}\n`);
  });
});

describe('the same chats give the same tables, however they are written:', () => {
  const twins = goldenCases.filter((one) => one.tables_as !== undefined);
  it.each(twins)('$name as $tables_as', ({ output, tables_as: twin }) => {
    const tablesOf = (folder: string): unknown =>
      JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8')).tables;
    expect(tablesOf(output)).toEqual(tablesOf(join(output, '..', String(twin))));
  });
});

it('every golden belongs to a case', () => {
  expect(orphans()).toEqual([]);
});

describe('a cell of 1 MB', () => {
  const usual = readFileSync('test/input/usual/input.csv', 'utf8').trimEnd().split('\n');
  const megabyte = `He said: "no", twice.\n`.repeat(50_000);
  const quoted = `"${megabyte.replaceAll('"', '""')}"`;
  const report = async (csv: string): Promise<Report> => {
    write('input.csv', csv);
    const { code, stdout, stderr } = await reportOn(path(''), ['input.csv'], []);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    return JSON.parse(stdout) as Report;
  };

  it('in a column of no interest changes no figure', async () => {
    const lines = usual.map((line, index) => `${line},${index === 3 ? quoted : 'x'}`);
    const golden = JSON.parse(readFileSync('test/output/usual/report.json', 'utf8'));
    expect(JSON.parse(readable(await report(`${lines.join('\n')}\n`))).tables).toEqual(golden.tables);
  });

  it('as a closing reason is reported whole, and cut in the workbook, which is sound', async () => {
    const lines = usual.map((line) => line.replace(',Customer left,', `,${quoted},`));
    const made = await report(`${lines.join('\n')}\n`);
    const reasons = made.tables.closing_reasons.map((row) => row['closing_reason']);
    expect(reasons).toContain(megabyte.trim());
    expect(brokenInvariants(made)).toEqual([]);
    await expectSoundWorkbook(made);
  });
});
