import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { seedHeadings } from '../cases/case.js';
import { faultyCsv, soundCsv } from './exports.js';
import { desk } from './program.js';

const { run, write, names, path } = desk();
const text = (name: string): string => readFileSync(path(name), 'utf8');

describe('--strict', () => {
  it('ends with code 4 where a row was rejected, leaves the old report as it is, and saves the rejects', async () => {
    write('data_dump.csv', faultyCsv);
    write('generated_report.xlsx', 'the report of yesterday');
    const { code, stderr } = await run('report', '--strict', '--rejects', 'bad.csv');
    expect(stderr).toBe(
      'Error: 2 rows were rejected, so --strict wrote no report.\n' +
        'See them with --rejects FILE.csv, mend them, or leave out --strict.\n',
    );
    expect({ code, names: names(), report: text('generated_report.xlsx') }).toEqual({
      code: 4,
      names: ['bad.csv', 'data_dump.csv', 'generated_report.xlsx'],
      report: 'the report of yesterday',
    });
  });

  it('says "1 row" of one', async () => {
    write('data_dump.csv', `${soundCsv}x\n`);
    expect((await run('report', '--strict', '-q')).stderr).toContain('1 row was rejected, so');
  });

  it('writes nothing to standard output that is not a report', async () => {
    write('data_dump.csv', faultyCsv);
    expect(await run('report', '--strict', '--format', 'json')).toMatchObject({ code: 4, stdout: '' });
  });

  it('writes the report where no row was rejected', async () => {
    write('data_dump.csv', soundCsv);
    expect(await run('report', '--strict', '-q')).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(names()).toEqual(['data_dump.csv', 'generated_report.xlsx']);
  });
});

describe('the file of rejected rows', () => {
  it('has the fields, file, line, reason and text of each, and none of them is a formula', async () => {
    write('data_dump.csv', faultyCsv);
    expect(await run('report', '--rejects', 'bad.csv', '-q')).toMatchObject({ code: 0 });
    const third = 'c2,u2,Bot,Completed,16-02-2021 10:00:00,16-02-2021 10:10:00,-,-,-,-,extra';
    expect(text('bad.csv')).toBe(
      `${seedHeadings},chat_metrics_file,chat_metrics_line,chat_metrics_reason,chat_metrics_text\n` +
        `'=cmd(1),"x, y",,,,,,,,,data_dump.csv,3,too few fields,"'=cmd(1),""x, y"""\n` +
        `c2,u2,Bot,Completed,16-02-2021 10:00:00,16-02-2021 10:10:00,'-,'-,'-,'-,data_dump.csv,4,too many fields,"${third}"\n`,
    );
  });

  it('has its heading alone where no row was rejected', async () => {
    write('data_dump.csv', soundCsv);
    write('bad.csv', 'those of yesterday');
    await run('report', '--rejects', 'bad.csv', '-q');
    expect(text('bad.csv')).toBe(
      'chat_metrics_file,chat_metrics_line,chat_metrics_reason,chat_metrics_text\n',
    );
  });

  it('has every one of many rows', async () => {
    const many = Array.from({ length: 5000 }, (_, index) => `row ${String(index)} ${'x'.repeat(100)}`);
    write('data_dump.csv', `${soundCsv}${many.join('\n')}\n`);
    await run('report', '--rejects', 'bad.csv', '-q');
    expect(text('bad.csv').trimEnd().split('\n')).toHaveLength(5001);
  });

  it('is named by the summary, which shows where the first row is', async () => {
    write('data_dump.csv', faultyCsv);
    const { stdout } = await run('report');
    expect(stdout).toContain('3 rows: 1 used, 2 rejected (1 too few fields), 0 duplicate\n');
    expect(stdout).toContain('Rejected: 1 with too few fields.\nRejected: 1 with too many fields.\n');
    expect(stdout).toContain('The first is data_dump.csv, line 3. Save them all with --rejects FILE.csv.\n');
  });
});
