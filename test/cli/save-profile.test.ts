import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shapes } from '../profiles/examples.js';
import { soundCsv } from './exports.js';
import { someOf } from '../tiers.js';
import { desk } from './program.js';

const { run, write, path, names } = desk();
const example = (profile: string): string => resolve(`test/profiles/examples/${profile}.csv`);

async function tablesBy(...args: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await run('report', ...args, '--format', 'json', '-q');
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return JSON.parse(stdout).tables;
}

describe('inspect --save-profile', () => {
  it.each(someOf(shapes, 4).map(({ profile }) => profile))(
    'saves how %s is read: it gives the same tables',
    async (name) => {
      const { code, stderr } = await run('inspect', example(name), '--save-profile', 'my.json');
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(await tablesBy(example(name), '--profile', 'my.json')).toEqual(await tablesBy(example(name)));
    },
  );

  it('saves columns that options have named', async () => {
    const csv = soundCsv.replace('ChatStartTime', 'Begun').replace('ClosedBy', 'Who');
    write('chats.csv', csv);
    const map = ['--map', 'started_at=Begun', '--map', 'closed_by=Who'];
    await run('inspect', 'chats.csv', ...map, '--save-profile', 'my.json');
    expect(await tablesBy('chats.csv', '--profile', './my.json')).toEqual(
      await tablesBy('chats.csv', ...map),
    );
  });

  it('saves units that options have named', async () => {
    write('chats.csv', soundCsv.replace(/-,-,-,-\n/g, '-,2000,-,-\n'));
    const unit = ['--unit', 'bot_first_response_seconds=milliseconds'];
    await run('inspect', 'chats.csv', ...unit, '--save-profile', 'my.json');
    const saved = JSON.parse(readFileSync(path('my.json'), 'utf8'));
    expect(saved.fields.bot_first_response_seconds).toMatchObject({ unit: 'milliseconds' });
    expect(await tablesBy('chats.csv', '--profile', './my.json')).toEqual(
      await tablesBy('chats.csv', ...unit),
    );
  });

  it('saves it beside JSON on standard output, which holds the same', async () => {
    write('data_dump.csv', soundCsv);
    const { stdout } = await run('inspect', '--format', 'json', '--save-profile', 'my.json');
    expect(JSON.parse(readFileSync(path('my.json'), 'utf8'))).toEqual(JSON.parse(stdout).profile);
    expect(names()).toEqual(['data_dump.csv', 'my.json']);
  });

  it('saves nothing in a folder that is not there, nor of a file that cannot be read', async () => {
    write('data_dump.csv', soundCsv);
    const { code, stderr } = await run('inspect', '--save-profile', 'no/my.json');
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining('There is no folder') });
    expect((await run('inspect', 'nothing.csv', '--save-profile', 'my.json')).code).toBe(3);
    expect(existsSync(path('my.json'))).toBe(false);
  });

  it('does not overwrite the file that it is made from', async () => {
    write('data_dump.csv', soundCsv);
    const { code, stderr } = await run('inspect', '--save-profile', 'data_dump.csv');
    expect(readFileSync(path('data_dump.csv'), 'utf8')).toBe(soundCsv);
    expect({ code, stderr }).toEqual({
      code: 2,
      stderr: expect.stringContaining('would overwrite its input'),
    });
  });
});
