import { execFileSync, spawn } from 'node:child_process';
import { closeSync, lstatSync, openSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { soundCsv } from './exports.js';
import { desk, ended, program, type Run } from './program.js';

const { run, start, write, path, names, env } = desk();
const text = (name: string): string => readFileSync(path(name), 'utf8');
const otherCsv = 'Conversation Id,Agent,Started at\nd1,Bruno,16-02-2021 10:00:00\nd2,Bruno,soon\n';

/** Runs the program with its standard streams tied to files. */
async function tied({ input, output }: { input?: string; output?: string }, ...args: string[]): Promise<Run> {
  const files = [
    input === undefined ? null : openSync(input, 'r'),
    output === undefined ? null : openSync(output, 'a'),
  ];
  const child = spawn(process.execPath, [program, ...args], {
    cwd: path(''),
    env: env(),
    stdio: [files[0] ?? 'ignore', files[1] ?? 'pipe', 'pipe'],
  });
  for (const file of files) if (file !== null) closeSync(file);
  return ended(child);
}

describe('no input is written over', () => {
  it('by numbered files of rejected rows', async () => {
    write('one.csv', soundCsv);
    write('bad-2.csv', otherCsv);
    const { code, stderr } = await run('report', 'one.csv', 'bad-2.csv', '-q', '--rejects', 'bad.csv');
    expect(stderr).toContain(`--rejects would overwrite its input ${path('bad-2.csv')}`);
    expect({ code, names: names(), text: text('bad-2.csv') }).toEqual({
      code: 2,
      names: ['bad-2.csv', 'one.csv'],
      text: otherCsv,
    });
  });

  it('by a saved profile, were it the configuration', async () => {
    write('data_dump.csv', soundCsv);
    write('my.json', '{"period": "day"}');
    const { code, stderr } = await run('inspect', '--config', 'my.json', '--save-profile', './my.json');
    expect(stderr).toContain(`--save-profile would overwrite the configuration ${path('my.json')}.`);
    expect({ code, text: text('my.json') }).toEqual({ code: 2, text: '{"period": "day"}' });
  });

  it('that is standard input or output', async () => {
    const file = write('data_dump.csv', soundCsv);
    const [given, taken] = [
      await tied({ input: file }, 'report', '-', '-o', 'data_dump.csv'),
      await tied({ output: file }, 'report', '--format', 'json'),
    ];
    for (const { code, stderr } of [given, taken]) {
      expect(stderr).toContain('The report would overwrite its input');
      expect({ code, text: text('data_dump.csv') }).toEqual({ code: 2, text: soundCsv });
    }
  });
});

describe('what stands in the place of an output stays', () => {
  it('where it is a pipe, for a report and its rejected rows', async () => {
    write('data_dump.csv', soundCsv);
    for (const name of ['report', 'bad']) execFileSync('mknod', [path(name), 'p']);
    const readers = ['report', 'bad'].map((name) => ended(spawn('cat', [path(name)])));
    const { code, stderr } = await run(
      'report',
      '-q',
      '--format',
      'json',
      '-o',
      'report',
      '--rejects',
      'bad',
    );
    const [report, bad] = await Promise.all(readers);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(report?.stdout ?? '')).toHaveProperty('tables');
    expect(bad?.stdout).toContain('chat_metrics_reason');
    expect(names().filter((name) => lstatSync(path(name)).isFIFO())).toEqual(['bad', 'report']);
  });

  it.runIf(process.geteuid?.() === 0)(
    'where it is a device that is full, and that is said in a line',
    async () => {
      write('data_dump.csv', soundCsv);
      execFileSync('mknod', [path('full'), 'c', '1', '7']);
      for (const args of [
        ['-o', 'full'],
        ['--rejects', 'full'],
      ]) {
        const { code, stderr } = await run('report', '-q', ...args);
        expect(stderr).toMatch(/^Error: There is no room left to write \S+full\. [^\n]+\n$/);
        expect({ code, isDevice: lstatSync(path('full')).isCharacterDevice() }).toEqual({
          code: 3,
          isDevice: true,
        });
      }
    },
  );
});

describe.runIf(process.platform === 'linux')('a full standard output ends with code 3 and a line', () => {
  it.each([
    ['of a summary', ['report']],
    ['of a workbook', ['report', '-q', '-o', '-']],
    ['of definitions', ['metrics']],
  ])('%s', async (_, args) => {
    write('data_dump.csv', soundCsv);
    const { code, stderr } = await tied({ output: '/dev/full' }, ...args);
    expect({ code, stderr }).toEqual({
      code: 3,
      stderr: 'Error: Standard output cannot be written: there is no room left. Send it to another place.\n',
    });
    expect(lstatSync('/dev/full').isCharacterDevice()).toBe(true);
  });
});

it('/dev/stdout is standard output', async () => {
  write('data_dump.csv', soundCsv);
  const child = start('report', '--format', 'json', '-o', '/dev/stdout');
  const { code, stdout, stderr } = await ended(child);
  expect(JSON.parse(stdout)).toHaveProperty('tables');
  expect({ code, stderr: stderr.includes('Incoming chats') }).toEqual({ code: 0, stderr: true });
});
