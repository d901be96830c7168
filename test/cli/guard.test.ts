import { linkSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { destinationsOf, writtenBy } from '../../src/cli/destinations.js';
import { Guard, type Used, type Written } from '../../src/cli/guard.js';
import { usedFiles } from '../../src/cli/used-files.js';
import type { SourceFile } from '../../src/files/source.js';
import { desk } from './program.js';

const { write, path } = desk();

const used = (name: string, noun = 'its input'): Used => ({ noun, path: path(name) });
const report = (name: string): Written => ({ label: 'The report', flag: '-o', path: path(name) });
const rejects = (name: string): Written => ({ label: '--rejects', flag: '--rejects', path: path(name) });

/** What is written for these values of options, where so many files are read. */
const writtenFor = (values: Record<string, unknown>, inputs: number): Promise<Written[]> =>
  writtenBy(destinationsOf(values, { values, positionals: [] } as never, path('')), inputs);

describe('a run is refused before its work where an output is', () => {
  it.each<[what: string, prepare: () => void, used: string, written: string, noun?: string]>([
    ['its input', () => undefined, 'in.csv', 'in.csv'],
    ['its input in a linked folder', () => symlinkSync('.', path('alias')), 'in.csv', 'alias/in.csv'],
    ['a link to its input', () => symlinkSync('in.csv', path('l.csv')), 'in.csv', 'l.csv'],
    ['what its input is a link to', () => symlinkSync('in.csv', path('l.csv')), 'l.csv', 'in.csv'],
    ['another name of its input', () => linkSync(path('in.csv'), path('h.csv')), 'in.csv', 'h.csv'],
    ['the profile', () => undefined, 'in.csv', 'in.csv', 'the profile'],
  ])('%s', async (_, prepare, one, other, noun = 'its input') => {
    write('in.csv', 'x');
    prepare();
    const guard = new Guard([used(one, noun)], [report(other)]);
    await expect(guard.check()).rejects.toMatchObject({
      code: 'output_is_input',
      exitCode: 2,
      message: expect.stringContaining(`The report would overwrite ${noun} ${path(one)}`),
      hint: 'Name another place with -o.',
    });
  });

  it.each<[what: string, prepare: () => void, report: string, rejects: string]>([
    ['another one', () => undefined, 'a.csv', 'a.csv'],
    ['another one in a linked folder', () => symlinkSync('.', path('alias')), 'a.csv', 'alias/a.csv'],
    [
      'a link to another one that is not there yet',
      () => symlinkSync('a.csv', path('l.csv')),
      'a.csv',
      'l.csv',
    ],
  ])('%s', async (_, prepare, one, other) => {
    prepare();
    const guard = new Guard([], [report(one), rejects(other)]);
    await expect(guard.check()).rejects.toMatchObject({
      code: 'rejects_is_output',
      exitCode: 2,
      message: expect.stringContaining('The report and --rejects name the same file'),
    });
  });

  it('its input in letters of another size, where that is the same file', async () => {
    await expect(new Guard([used('In.csv')], [report('iN.CSV')], true).check()).rejects.toThrow('overwrite');
    await new Guard([used('In.csv')], [report('iN.CSV')], false).check();
  });

  it('named with both files in the message', async () => {
    write('real/in.csv', 'x');
    symlinkSync('real', path('alias'));
    await expect(new Guard([used('real/in.csv')], [report('alias/in.csv')]).check()).rejects.toThrow(
      `The report would overwrite its input ${path('real/in.csv')}: ${path('alias/in.csv')} is the same file.`,
    );
  });
});

it('two outputs may be the same device', async () => {
  await new Guard(
    [],
    [
      { ...report('x'), path: '/dev/null' },
      { ...rejects('x'), path: '/dev/null' },
    ],
  ).check();
});

describe('a file that takes its place later than the check', () => {
  it('is refused where its place became a link to an input', async () => {
    write('in.csv', 'x');
    const guard = new Guard([used('in.csv')], [report('out.csv')]);
    await guard.check();
    symlinkSync('in.csv', path('out.csv'));
    await expect(guard.before([path('out.csv')])).rejects.toMatchObject({
      code: 'output_is_input',
      exitCode: 3,
    });
  });

  it('is refused where an input moved into its place', async () => {
    write('in.csv', 'x');
    const guard = new Guard([used('in.csv')], [report('out.csv')]);
    await guard.check();
    linkSync(path('in.csv'), path('out.csv'));
    rmSync(path('in.csv'));
    await expect(guard.before([path('out.csv')])).rejects.toMatchObject({ code: 'output_is_input' });
  });

  it('is refused where it would take the place of one that was just written', async () => {
    const guard = new Guard([], [report('a.csv'), rejects('b.csv')]);
    await guard.check();
    await guard.before([path('a.csv')]);
    write('a.csv', 'report');
    linkSync(path('a.csv'), path('b.csv'));
    await expect(guard.before([path('b.csv')])).rejects.toMatchObject({
      code: 'rejects_is_output',
      exitCode: 3,
    });
  });

  it('may be written again, and two at a time', async () => {
    const guard = new Guard([], [report('a.csv'), rejects('b.csv')]);
    await guard.before([path('a.csv'), path('b.csv')]);
    await guard.before([path('a.csv')]);
  });
});

describe('all that a report reads is looked at:', () => {
  it('exports, the configuration, profile, calendars and the file of the password, where they are there', async () => {
    const there = ['in.csv', 'chat-metrics.config.json', 'my.json', 'a.ics', 'b.ics', 'secret'];
    for (const name of there) write(name, 'x');
    const given = {
      profile: './my.json',
      holidays: '2026-12-25,a.ics,b.ics,gone.ics',
      'password-file': 'secret',
    };
    const args = { values: {}, positionals: ['in.csv'] };
    const files = [{ path: path('in.csv') } as SourceFile];
    const all = await usedFiles(args, given, files, path(''));
    expect(all.map((one) => one.path)).toEqual(there.map(path));
    for (const name of there)
      await expect(new Guard(all, [report(name)]).check()).rejects.toThrow('overwrite');
    const named = { values: { config: 'my.json' }, positionals: ['-'] };
    expect((await usedFiles(named, {}, files, path(''))).map((one) => one.path)).toEqual([
      '/dev/stdin',
      path('my.json'),
    ]);
  });
});

describe('all that a report may write is looked at:', () => {
  it.each([
    [
      'a numbered file of rejected rows',
      { rejects: 'bad.csv' },
      'bad-2.csv',
      '--rejects would overwrite its input',
    ],
    [
      'a table',
      { format: 'csv', output: 'out' },
      'out/agent_metrics.csv',
      'The report would overwrite its input',
    ],
    [
      'the chats',
      { format: 'csv', output: 'out', 'with-chats': true },
      'out/chats.csv',
      'The report would overwrite',
    ],
    ['the cache', { cache: 'in.csv' }, 'in.csv', '--cache would overwrite its input'],
    ['what a damaged cache is called', { cache: 'k' }, 'k.damaged', '--cache would overwrite its input'],
    ['the log of the cache', { cache: 'k' }, 'k.wal', '--cache would overwrite its input'],
  ])('%s', async (_, options, name, message) => {
    mkdirSync(path('out'));
    write(name, 'x');
    await expect(new Guard([used(name)], await writtenFor(options, 2)).check()).rejects.toThrow(message);
  });

  it('two tables that are one file', async () => {
    write('out/agent_metrics.csv', 'x');
    symlinkSync('agent_metrics.csv', path('out/weekday_metrics.csv'));
    linkSync(path('out/agent_metrics.csv'), path('out/closing_reasons.csv'));
    const guard = new Guard([], await writtenFor({ format: 'csv', output: 'out' }, 1));
    await expect(guard.check()).rejects.toThrow('Two files of -o are the same');
  });
});
