import { chmodSync, mkdirSync, readFileSync, readdirSync } from 'node:fs';
import { spawn } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { catalog, tableIds } from '../../src/metrics/catalog.js';
import { soundCsv } from './exports.js';
import { desk, ended, program } from './program.js';

const { run, start, write, names, path, env, leftovers } = desk();

const isZip = (name: string): boolean => readFileSync(path(name)).subarray(0, 2).toString() === 'PK';

describe('the report goes to', () => {
  it('generated_report.xlsx of the folder, unless another place is named, and only the summary to the screen', async () => {
    write('data_dump.csv', soundCsv);
    const { code, stdout, stderr } = await run('report');
    expect({ code, stderr, names: names() }).toEqual({
      code: 0,
      stderr: '',
      names: ['data_dump.csv', 'generated_report.xlsx'],
    });
    expect(isZip('generated_report.xlsx')).toBe(true);
    expect(stdout).toMatch(
      /^2 rows: 2 used, 0 rejected, 0 duplicate\nRange +2021-02-15 to 2021-02-16 \(2 days\)\n/,
    );
    for (const line of [
      'Incoming chats  2',
      'Unique users    2',
      'Bot deflection  50.0 %',
      'Agent CSAT',
      'Time taken',
    ])
      expect(stdout).toContain(line);
    expect(stdout).toContain(`Written: ${path('generated_report.xlsx')}\n`);
    expect(leftovers()).toEqual([]);
  });

  it('the place that -o names, in the format that its ending says', async () => {
    write('data_dump.csv', soundCsv);
    await run('report', '-o', 'a.json');
    await run('report', '-o', 'b.XLSX');
    expect(JSON.parse(readFileSync(path('a.json'), 'utf8'))).toHaveProperty('tables');
    expect(isZip('b.XLSX')).toBe(true);
  });

  it('standard output for -o -, with all else on standard error', async () => {
    write('data_dump.csv', soundCsv);
    const child = start('report', '-o', '-');
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    const { code, stderr } = await ended(child);
    expect(Buffer.concat(chunks).subarray(0, 2).toString()).toBe('PK');
    expect({ code, names: names() }).toEqual({ code: 0, names: ['data_dump.csv'] });
    expect(stderr).toContain('Incoming chats  2');
    expect(stderr).not.toContain('Written');
  });

  it('a folder of CSV files for --format csv, made where it is missing, with the values of the JSON', async () => {
    write('data_dump.csv', soundCsv);
    expect(await run('report', '--format', 'csv', '-o', 'deep/tables', '-q')).toMatchObject({
      code: 0,
      stdout: '',
    });
    const { tables, data_quality: quality } = JSON.parse((await run('report', '--format', 'json')).stdout);
    expect(readdirSync(path('deep/tables')).sort()).toEqual(
      ['comparison', 'data_quality', ...tableIds].sort().map((id) => `${id}.csv`),
    );
    for (const id of tableIds) {
      const columns = catalog[id].columns.map((column) => column.id);
      const rows = tables[id].map((row: Record<string, string | number | null>) =>
        columns.map((column) => row[column] ?? '').join(','),
      );
      expect(readFileSync(path(`deep/tables/${id}.csv`), 'utf8')).toBe(
        [columns.join(','), ...rows, ''].join('\n'),
      );
    }
    const lines = readFileSync(path('deep/tables/data_quality.csv'), 'utf8').split('\n');
    expect(lines).toContain(`rows_used,${quality.rows_used}`);
  });
});

describe('texts of a CSV file are safe to open in a spreadsheet', () => {
  it('and a name that looks like a formula is none, commas and quotes stay inside their field', async () => {
    const hostile = soundCsv.replace('Asha', '"=SUM(A1), ""x"""');
    write('data_dump.csv', hostile);
    await run('report', '--format', 'csv', '-o', 'out', '-q');
    expect(readFileSync(path('out/agent_metrics.csv'), 'utf8')).toContain(`\n"'=SUM(A1), ""x""",1,`);
  });
});

const refused: [what: string, args: string[], code: number, messages: string[]][] = [
  ['in a folder that is not there', ['-o', 'no/report.xlsx'], 2, ['There is no folder', 'Make it first']],
  ['in place of a folder', ['-o', 'folder'], 2, ['is a folder.', 'Name a file in it']],
  ['in place of its input', ['-o', './data_dump.csv'], 2, ['The report would overwrite its input']],
  ['with a file where a folder would be', ['-o', 'data_dump.csv/report.xlsx'], 2, ['There is no folder']],
  ['as CSV where a file stands', ['--format', 'csv', '-o', 'old.xlsx'], 2, ['a file stands in its place']],
  ['as CSV below a file', ['--format', 'csv', '-o', 'old.xlsx/out'], 2, ['a file stands in its place']],
  ['with rejects in a folder that is not there', ['--rejects', 'no/r.csv'], 2, ['There is no folder']],
  ['with rejects in place of a folder', ['--rejects', 'folder'], 2, ['is a folder.']],
  ['with rejects in place of its input', ['--rejects', 'data_dump.csv'], 2, ['would overwrite its input']],
  ['with rejects in its own place', ['-o', 'r.xlsx', '--rejects', './r.xlsx'], 2, ['the same file']],
  [
    'as CSV over its input',
    ['more/chat_metrics.csv', '--format', 'csv', '-o', 'more'],
    2,
    ['would overwrite its input'],
  ],
];

describe('no report is written, and nothing else is touched,', () => {
  it.each(refused)('%s', async (_, args, expected, messages) => {
    write('data_dump.csv', soundCsv);
    write('more/chat_metrics.csv', soundCsv);
    write('old.xlsx', 'the report of yesterday');
    mkdirSync(path('folder'));
    const { code, stdout, stderr } = await run('report', ...args);
    for (const message of messages) expect(stderr).toContain(message);
    expect({ code, stdout, names: names() }).toEqual({
      code: expected,
      stdout: '',
      names: ['data_dump.csv', 'folder', 'more', 'old.xlsx'],
    });
    expect(readFileSync(path('data_dump.csv'), 'utf8')).toBe(soundCsv);
    expect(readFileSync(path('more/chat_metrics.csv'), 'utf8')).toBe(soundCsv);
    expect(readFileSync(path('old.xlsx'), 'utf8')).toBe('the report of yesterday');
  });

  it.each(['report', 'sample'])('by %s where the folder may not be written to', async (command) => {
    write('data_dump.csv', soundCsv);
    mkdirSync(path('locked'));
    chmodSync(path('locked'), 0o555);
    const { code, stderr } = await asNobody(command, '-o', 'locked/report.xlsx');
    expect(stderr).toContain(`${path('locked/report.xlsx')} cannot be written.`);
    expect({ code, names: readdirSync(path('locked')) }).toEqual({ code: 3, names: [] });
  });
});

/** Runs the program as a user with no more rights than any other: root may write everywhere. */
async function asNobody(...args: string[]) {
  const user = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {};
  for (const folder of [path('..'), path('../tmp')]) chmodSync(folder, 0o777);
  return ended(
    spawn(process.execPath, [program, ...args], {
      cwd: path(''),
      env: env(),
      stdio: ['ignore', 'pipe', 'pipe'],
      ...user,
    }),
  );
}

it('a file that may not be read is said to be so', async () => {
  write('data_dump.csv', soundCsv);
  chmodSync(path('data_dump.csv'), 0o200);
  const { code, stderr } = await asNobody('report', '--format', 'json');
  expect(stderr).toContain('data_dump.csv may not be read.');
  expect(code).toBe(3);
});

it('the old report stays whole until the new one takes its place', async () => {
  write('data_dump.csv', soundCsv);
  await run('report', '-q');
  const old = readFileSync(path('generated_report.xlsx'));
  write('data_dump.csv', soundCsv.replace('Asha', 'Zoe'));
  const sizes = new Set<number>();
  const child = start('report', '-q');
  const watch = setInterval(() => sizes.add(readFileSync(path('generated_report.xlsx')).length), 1);
  await ended(child);
  clearInterval(watch);
  const fresh = readFileSync(path('generated_report.xlsx'));
  expect(fresh.equals(old)).toBe(false);
  expect([...sizes].filter((size) => size !== old.length && size !== fresh.length)).toEqual([]);
  expect(names()).toEqual(['data_dump.csv', 'generated_report.xlsx']);
});

it('a place for temporary files that is not there is said to be so', async () => {
  write('data_dump.csv', soundCsv);
  const child = spawn(process.execPath, [program, 'report'], {
    cwd: path(''),
    env: { ...env(), TMPDIR: path('nowhere') },
  });
  const { code, stderr } = await ended(child);
  expect(stderr).toContain(`${path('nowhere')} cannot hold temporary files`);
  expect(stderr).toContain('TMPDIR');
  expect(code).toBe(3);
});
