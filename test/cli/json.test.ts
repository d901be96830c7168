import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { plainEnv } from '../../scripts/setup.mjs';
import { catalog, tableIds } from '../../src/metrics/catalog.js';
import { faultyCsv, laterCsv, soundCsv } from './exports.js';
import { desk, ended } from './program.js';

const { run, write, names, path } = desk();

describe('--format json', () => {
  it('prints nothing but JSON on standard output, and the summary on standard error', async () => {
    write('data_dump.csv', faultyCsv);
    const { code, stdout, stderr } = await run('report', '--format', 'json');
    expect(() => JSON.parse(stdout)).not.toThrow();
    expect({ code, names: names() }).toEqual({ code: 0, names: ['data_dump.csv'] });
    expect(stderr).toContain('Rejected: 1 with too few fields.');
  });

  it('has its mark, the version, eight parts, the eight tables and every column of the catalog, in order', async () => {
    write('data_dump.csv', soundCsv);
    write('later.csv', laterCsv);
    const report = JSON.parse((await run('report', '*.csv', '--format', 'json')).stdout);
    expect(Object.keys(report)).toEqual([
      ...['generator', 'version', 'schema_version', 'options', 'source', 'tables', 'days'],
      ...['comparison', 'findings', 'signals', 'data_quality'],
    ]);
    expect(Object.keys(report.tables)).toEqual([
      ...[
        'chat_metrics',
        'agent_metrics',
        'agent_metrics_by_period',
        'half_hourly_chats',
        'weekday_half_hourly_chats',
      ],
      ...['closing_reasons', 'agent_activity', 'agent_activity_by_shift'],
    ]);
    for (const id of tableIds) {
      expect(report.tables[id].length).toBeGreaterThan(0);
      const columns = catalog[id].columns.map((column) => column.id);
      for (const row of report.tables[id]) expect(Object.keys(row)).toEqual(columns);
    }
  });

  it('puts the overall row first', async () => {
    write('data_dump.csv', laterCsv);
    const { tables } = JSON.parse((await run('report', '--format', 'json')).stdout);
    expect(tables.chat_metrics.map((row: { period_start: string }) => row.period_start)).toEqual([
      null,
      '2021-02-15',
    ]);
    for (const id of ['agent_metrics', 'agent_metrics_by_period', 'agent_activity'])
      expect(tables[id].map((row: { agent: string }) => row.agent)).toEqual([null, 'Asha']);
    expect(tables.agent_metrics_by_period[0].period_start).toBe('2021-02-15');
  });

  it('writes the same to the file that -o names as to standard output', async () => {
    write('data_dump.csv', soundCsv);
    const { stdout } = await run('report', '--format', 'json', '-q');
    await run('report', '--format', 'json', '-o', 'report.txt', '-q');
    expect(readFileSync(path('report.txt'), 'utf8')).toBe(stdout);
  });
});

describe('npm run -s report', () => {
  const npm = (cwd: string, ...args: string[]) =>
    ended(
      spawn('npm', ['--prefix', resolve('.'), 'run', '-s', 'report', '--', ...args], {
        cwd,
        env: plainEnv(),
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );

  it('prints nothing but JSON on standard output too', async () => {
    const { code, stdout } = await npm(resolve('.'), 'examples/data_dump.csv', '--format', 'json');
    expect(code).toBe(0);
    expect(JSON.parse(stdout).data_quality.rows_used).toBeGreaterThan(1000);
  });

  it('reads and writes in the folder where the user stands', async () => {
    mkdirSync(path('below'));
    write('below/mine.csv', soundCsv);
    const { code, stdout } = await npm(path('below'), 'mine.csv', '-o', 'mine.xlsx');
    expect(stdout).toContain(`Written: ${path('below/mine.xlsx')}`);
    expect(code).toBe(0);
  });
});
