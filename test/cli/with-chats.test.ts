import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { chatTable, sampleCsv } from '../../src/index.js';
import { seedCsv } from '../cases/case.js';
import { parsedCsv } from '../combinations/parsed-csv.js';
import { readChats } from '../excel/read-chats.js';
import { repairReasons } from '../excel/repair-reasons.js';
import { partsOf, sheetsOf } from '../excel/xlsx-parts.js';
import { faultyCsv, soundCsv } from './exports.js';
import { desk, ended, program } from './program.js';

const { run, start, write, names, path, env, leftovers } = desk();
const manyChats = (chats: number): string => [...sampleCsv({ chats, seed: 5 })].join('');
const partsAt = (name: string) => partsOf(readFileSync(path(name)));

describe('--with-chats', () => {
  it('adds a sheet with every chat to the workbook, which is otherwise what it is without', async () => {
    write('data_dump.csv', manyChats(3000));
    expect(await run('report', '-q', '--with-chats', '-o', 'with.xlsx')).toEqual({
      ...{ code: 0, signal: null, stdout: '', stderr: '' },
    });
    await run('report', '-q', '-o', 'without.xlsx');
    const [parts, others] = [partsAt('with.xlsx'), partsAt('without.xlsx')];
    expect(repairReasons(parts)).toEqual([]);
    expect(sheetsOf(parts).map(({ name }) => name)).toEqual([
      ...sheetsOf(others).map(({ name }) => name),
      'Chats',
    ]);
    expect(readChats(parts)).toHaveLength(3000);
    expect({ names: names(), leftovers: leftovers() }).toEqual({
      names: ['data_dump.csv', 'with.xlsx', 'without.xlsx'],
      leftovers: [],
    });
  });

  it('says the same on the screen as a report without, in the same order', async () => {
    write('data_dump.csv', soundCsv);
    const spoken = async (...args: string[]) =>
      (await run('report', ...args)).stdout.replace(/Time taken.*/, '');
    expect(await spoken('--with-chats')).toBe(await spoken());
  });

  it('writes the same workbook to standard output, with all else on standard error', async () => {
    write('data_dump.csv', manyChats(500));
    await run('report', '-q', '--with-chats');
    const child = start('report', '--with-chats', '-o', '-');
    const chunks: Buffer[] = [];
    child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk));
    const { code, stderr } = await ended(child);
    expect(code).toBe(0);
    expect(stderr).toContain('Incoming chats  500');
    expect(Buffer.concat(chunks).equals(readFileSync(path('generated_report.xlsx')))).toBe(true);
  });

  it('adds chats.csv to the tables of --format csv, by the names of the columns and with formulas disarmed', async () => {
    write(
      'data_dump.csv',
      seedCsv(
        'c1,u1,Asha,=1+1,15-02-2021 10:00:00,15-02-2021 10:10:30,15-02-2021 10:01:00,-,0:00:20,5',
        'c2,u2,Bot,"a, ""b""",16-02-2021 09:59:59,-,-,-,-,-',
      ),
    );
    expect(await run('report', '-q', '--with-chats', '--format', 'csv', '-o', 'tables')).toMatchObject({
      ...{ code: 0, stderr: '' },
    });
    const { headings, rows } = parsedCsv(readFileSync(path('tables/chats.csv'), 'utf8'));
    expect(headings).toEqual(chatTable.columns.map(({ id }) => id));
    const chats = rows.map((row) => Object.fromEntries(headings.map((name, index) => [name, row[index]])));
    expect(chats).toMatchObject([
      {
        ...{ chat_id: 'c1', user_id: 'u1', started_at: '2021-02-15 10:00:00', closing_reason: "'=1+1" },
        ...{
          assigned_at: '2021-02-15 10:01:00',
          ended_at: '2021-02-15 10:10:30',
          period_start: '2021-02-15',
        },
        ...{ weekday: '1', half_hour: '10:00', is_business_hours: '1', closer: 'agent', agent: 'Asha' },
        ...{ wait_seconds: '60', first_response_seconds: '20', customer_wait_seconds: '80' },
        ...{ handle_seconds: '570', resolution_seconds: '630', csat_score: '5', is_satisfied: '1' },
        ...{ is_closed_by_bot: '0', is_resolved_by_bot: '0', is_within_target: '1', is_rated: '1' },
      },
      {
        ...{ chat_id: 'c2', closer: 'bot', closed_by: 'Bot', agent: '', closing_reason: 'a, "b"' },
        ...{ ended_at: '', is_business_hours: '0', resolution_seconds: '', is_closed_by_bot: '1' },
        ...{ is_resolved_by_bot: '1', is_within_target: '', is_rated: '0', is_satisfied: '' },
      },
    ]);
  });

  it('may be asked for by the configuration', async () => {
    write('data_dump.csv', soundCsv);
    write('chat-metrics.config.json', '{"withChats": true}');
    expect(await run('report', '-q')).toMatchObject({ code: 0, stderr: '' });
    expect(readChats(partsAt('generated_report.xlsx'))).toHaveLength(2);
    write('chat-metrics.config.json', '{"withChats": "yes"}');
    const { code, stderr } = await run('report', '-q');
    expect({ code, stderr }).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('"with-chats" in the configuration'),
    });
  });

  it('is wrong use for JSON and HTML, and says what to type', async () => {
    write('data_dump.csv', soundCsv);
    for (const [format, ...args] of [
      ['json', '--format', 'json'],
      ['json', '-o', 'r.json'],
      ['html', '-o', 'r.html'],
    ]) {
      expect(await run('report', '--with-chats', ...args)).toMatchObject({
        code: 2,
        stdout: '',
        stderr:
          `Error: --with-chats writes a row per chat into a workbook or a CSV file: --format ${String(format)} has no place for them.\n` +
          'Type --format xlsx, or --format csv -o FOLDER; or leave the chats out.\n',
      });
    }
    expect(names()).toEqual(['data_dump.csv']);
  });

  it('writes nothing with --strict where a row was rejected', async () => {
    write('data_dump.csv', faultyCsv);
    expect(await run('report', '--with-chats', '--strict', '-q')).toMatchObject({ code: 4, stdout: '' });
    expect(names()).toEqual(['data_dump.csv']);
  });

  it('does not overwrite an input named chats.csv', async () => {
    write('tables/chats.csv', soundCsv);
    const args = ['report', 'tables/chats.csv', '--format', 'csv', '-o', 'tables'];
    expect(await run(...args, '--with-chats')).toMatchObject({ code: 2 });
    expect(readFileSync(path('tables/chats.csv'), 'utf8')).toBe(soundCsv);
    expect(await run(...args, '-q')).toMatchObject({ code: 0 });
  });

  it('shows on a terminal how many chats are written', async () => {
    write('data_dump.csv', manyChats(60_000));
    const command = `'${process.execPath}' '${program}' report --with-chats`;
    const { code, stdout } = await ended(
      spawn('script', ['-qec', command, '/dev/null'], {
        ...{ cwd: path(''), env: env() },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
    expect(code).toBe(0);
    expect(stdout).toMatch(/Writing chats \.\.\. [1-9][\d,]* of 60,000 \(\d/);
  });

  it('tells the step once with --verbose', async () => {
    write('data_dump.csv', manyChats(5000));
    const { stderr } = await run('report', '--with-chats', '-v');
    expect(stderr.match(/Writing chats/g)).toHaveLength(1);
  });
});
