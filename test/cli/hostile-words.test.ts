import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/report/report.js';
import { desk, ended, program } from './program.js';

const { run, write, path, env } = desk();

/** Puts words on the clipboard, makes a link, clears the screen, and turns words around. */
const hostile = '\u001b]52;c;aGk=\u0007\u001b]8;;http://x\u001b\\\u001b[2J\u009b31m\u202e';
const obeyed = /[^\P{Cc}\n\t]|\p{Bidi_Control}/u;

const row = (id: string, closer: string, start: string): string =>
  `${id},u,"${closer}",${start},2026-01-05 10:10:00`;
const csv = (heading = 'ClosedBy', closer = `Ann${hostile}`): string =>
  [
    `RoomCode,UserId,${heading},ChatStartTime,ChatEndTime`,
    row('1', closer, '2026-01-05 10:00:00'),
    row('2', closer, `soon${hostile}`),
    '',
  ].join('\n');

describe('what a terminal would obey is written out', () => {
  it.each<[string, string[], number]>([
    ['an agent in what inspect says', ['inspect', 'chats.csv'], 0],
    ['an agent in the JSON of inspect', ['inspect', 'chats.csv', '--format', 'json'], 0],
    ['a heading', ['inspect', 'heading.csv'], 3],
    ['a rejected date in the summary', ['report', 'chats.csv', '-o', 'r.json'], 0],
    ['a key of a configuration', ['report', 'chats.csv', '--config', 'config.json'], 2],
    [
      'the name of a profile',
      ['report', 'chats.csv', '--profile', `no${hostile.replaceAll(/[/\\]/g, '')}`],
      2,
    ],
    ['a pattern of files', ['report', `no${hostile}.csv`], 3],
    ['the name of a file', ['report', `chats${hostile}.csv`, '-o', 'r.json'], 0],
    ['a command', [`no${hostile}`], 2],
    ['a flag', ['report', `--no${hostile}`], 2],
    ['a value', ['report', 'chats.csv', '--period', `no${hostile}`], 2],
    ['a key of JSON', ['report', 'keys.json', '--map', `closed_by=no${hostile}`], 3],
  ])('in %s', async (_, args, expected) => {
    write('chats.csv', csv());
    write('heading.csv', csv(`Closer${hostile}`));
    write('config.json', JSON.stringify({ [`a${hostile}`]: 1 }));
    write('keys.json', JSON.stringify([{ [`a${hostile}`]: 1, b: 2 }]));
    if (args[1]?.startsWith('chats\u001b')) write(args[1], csv());
    const { stdout, stderr, code } = await run(...args);
    expect(`${stdout}${stderr}`).not.toMatch(obeyed);
    expect(code).toBe(expected);
  });

  it('on a terminal too, where progress alone moves the cursor, and a first line that warns is amber', async () => {
    write('chats.csv', csv());
    const command = `'${process.execPath}' '${program}' report chats.csv -o r.xlsx && '${process.execPath}' '${program}' report chats.csv --format json`;
    const { stdout } = await ended(
      spawn('script', ['-qec', command, '/dev/null'], {
        cwd: path(''),
        env: env(),
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    );
    const own = ['\r\u001b[2K', '\u001b[33m', '\u001b[39m'];
    const said = own.reduce((text, one) => text.replaceAll(one, ''), stdout.replaceAll('\r\n', '\n'));
    expect(said).toContain('"agent":"Ann\\u001b]52;');
    expect(said).not.toMatch(obeyed);
  });

  it('in CSV, and rejected rows that are read again are what they were', async () => {
    write('chats.csv', csv());
    await run(
      'report',
      'chats.csv',
      '--format',
      'csv',
      '-o',
      'tables',
      '--with-chats',
      '--rejects',
      'bad.csv',
    );
    for (const name of ['tables/agent_metrics.csv', 'tables/chats.csv', 'bad.csv']) {
      const text = readFileSync(path(name), 'utf8');
      expect(text).toContain('Ann\\u{1b}]52;');
      expect(text).not.toMatch(/[^\P{Cc}\n\r\t]|\p{Bidi_Control}/u);
    }
    const mended = readFileSync(path('bad.csv'), 'utf8').replace(/soon[^,]*,/, '2026-01-05 10:00:00,');
    write('mended.csv', mended);
    const { stdout } = await run('report', 'mended.csv', '--format', 'json');
    const agents = (JSON.parse(stdout) as Report).tables.agent_metrics.map(({ agent }) => agent);
    expect(agents).toEqual([null, `Ann${hostile}`]);
  });
});
