import { execFileSync, spawn } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { checkWritable, writeAllWhole, writeWhole } from '../../src/cli/write-file.js';
import { desk, ended } from './program.js';

const { write, path, names } = desk();
const text = (name: string): string => readFileSync(path(name), 'utf8');
const isRoot = process.geteuid?.() === 0;
const mode = (name: string): number => statSync(path(name)).mode & 0o777;

/** Pieces that do something between the first and the last. */
async function* withBetween(work: () => void): AsyncGenerator<string> {
  yield await Promise.resolve('one,');
  work();
  yield 'two';
}

describe('a file is written beside its place first, and the part', () => {
  it('is of a name that nobody foresees, and is gone at the end', async () => {
    const seen: string[][] = [];
    for (const name of ['a.csv', 'a.csv'])
      await writeWhole(
        path(name),
        withBetween(() => seen.push(names().filter((one) => one.endsWith('.part')))),
      );
    expect(seen.flat()).toHaveLength(2);
    expect(new Set(seen.flat()).size).toBe(2);
    expect({ text: text('a.csv'), names: names() }).toEqual({ text: 'one,two', names: ['a.csv'] });
  });

  it('follows no link that was laid out for it', async () => {
    write('victim', 'mine');
    for (const name of [`.r.xlsx.${String(process.pid)}.part`, `.r.xlsx.${String(process.pid)}.whole`])
      symlinkSync('victim', path(name));
    await writeWhole(path('r.xlsx'), ['report']);
    await writeAllWhole(path(''), new Map([['r.xlsx', ['tables']]]));
    expect([text('victim'), text('r.xlsx'), lstatSync(path('r.xlsx')).isFile()]).toEqual([
      'mine',
      'tables',
      true,
    ]);
  });

  it('is taken away where the pieces fail, and the old file stays', async () => {
    write('a.csv', 'old');
    const failing = withBetween(() => {
      throw new TypeError('broken');
    });
    await expect(writeWhole(path('a.csv'), failing)).rejects.toThrow(TypeError);
    expect({ text: text('a.csv'), names: names() }).toEqual({ text: 'old', names: ['a.csv'] });
  });

  it('is taken away where the file may not take its place, alone or one of several', async () => {
    const check = (): Promise<void> => Promise.reject(new Error('not there'));
    await expect(writeWhole(path('a.csv'), ['x'], { check })).rejects.toThrow('not there');
    await expect(
      writeAllWhole(
        path(''),
        new Map([
          ['a', ['x']],
          ['b', ['y']],
        ]),
        { check },
      ),
    ).rejects.toThrow();
    expect(names()).toEqual([]);
  });

  it('is within the length of names for a name of 250 letters', async () => {
    const long = `${'n'.repeat(246)}.csv`;
    await writeWhole(path(long), ['x']);
    expect(names()).toEqual([long]);
  });
});

describe('a file that was there', () => {
  it.each([0o600, 0o640, 0o444, 0o755])('keeps its rights %o', async (rights) => {
    write('a.csv', 'old');
    chmodSync(path('a.csv'), rights);
    await writeWhole(path('a.csv'), ['new']);
    expect([text('a.csv'), mode('a.csv')]).toEqual(['new', rights]);
  });

  it('is no example for one that was not: that has the usual rights', async () => {
    await writeWhole(path('a.csv'), ['new']);
    expect(mode('a.csv')).toBe(0o666 & ~process.umask());
  });
});

describe('a link stays, and what it leads to is written:', () => {
  it('a file', async () => {
    write('real/a.csv', 'old');
    chmodSync(path('real/a.csv'), 0o600);
    symlinkSync('real/a.csv', path('l.csv'));
    symlinkSync('l.csv', path('ll.csv'));
    await writeWhole(path('ll.csv'), ['new']);
    expect([lstatSync(path('l.csv')).isSymbolicLink(), text('real/a.csv'), mode('real/a.csv')]).toEqual([
      true,
      'new',
      0o600,
    ]);
    expect([names(), readdirSync(path('real'))]).toEqual([['l.csv', 'll.csv', 'real'], ['a.csv']]);
  });

  it('a file that is not there yet', async () => {
    mkdirSync(path('real'));
    symlinkSync('real/a.csv', path('l.csv'));
    await checkWritable(path('l.csv'));
    await writeWhole(path('l.csv'), ['new']);
    expect([lstatSync(path('l.csv')).isSymbolicLink(), text('real/a.csv')]).toEqual([true, 'new']);
  });

  it('a folder, of one file and of several, there or not', async () => {
    mkdirSync(path('real'));
    symlinkSync('real', path('alias'));
    symlinkSync('later', path('soon'));
    await writeWhole(path('alias/a.csv'), ['one']);
    await writeAllWhole(path('alias'), new Map([['b.csv', ['two']]]));
    await writeAllWhole(path('soon'), new Map([['c.csv', ['three']]]));
    expect([text('real/a.csv'), text('real/b.csv'), text('later/c.csv')]).toEqual(['one', 'two', 'three']);
    for (const name of ['alias', 'soon']) expect(lstatSync(path(name)).isSymbolicLink()).toBe(true);
  });

  it('but not where its links lead in a circle, or to a folder that is not there', async () => {
    symlinkSync('b', path('a'));
    symlinkSync('a', path('b'));
    symlinkSync('no/x.csv', path('l.csv'));
    await expect(checkWritable(path('a'))).rejects.toMatchObject({ exitCode: 2 });
    await expect(checkWritable(path('l.csv'))).rejects.toMatchObject({ code: 'no_such_folder', exitCode: 2 });
    await expect(writeWhole(path('a'), ['x'])).rejects.toMatchObject({ exitCode: 3 });
    await expect(writeWhole(path('l.csv'), ['x'])).rejects.toMatchObject({ exitCode: 3 });
  });
});

describe.skipIf(process.platform === 'win32')('what is no file stays, and is given the bytes:', () => {
  it('a pipe, alone and as one of the files of a folder', async () => {
    execFileSync('mknod', [path('pipe'), 'p']);
    for (const put of [
      () => writeWhole(path('pipe'), ['one,', 'two']),
      () => writeAllWhole(path(''), new Map([['pipe', ['one,', 'two']]])),
    ]) {
      const reader = ended(spawn('cat', [path('pipe')]));
      await put();
      expect((await reader).stdout).toBe('one,two');
      expect([lstatSync(path('pipe')).isFIFO(), names()]).toEqual([true, ['pipe']]);
    }
  });

  it.runIf(isRoot)(
    'a device, also one that is full: nothing takes its place, and that is said in a line',
    async () => {
      execFileSync('mknod', [path('null'), 'c', '1', '3']);
      execFileSync('mknod', [path('full'), 'c', '1', '7']);
      symlinkSync('full', path('l'));
      await writeWhole(path('null'), ['x']);
      for (const name of ['full', 'l'])
        await expect(writeWhole(path(name), ['x'])).rejects.toMatchObject({
          code: 'disk_full',
          exitCode: 3,
          hint: undefined,
        });
      expect(names().map((name) => lstatSync(path(name)).isFile())).toEqual([false, false, false]);
    },
  );
});

describe('a failure to write is said in one line, with what to do and without a stack:', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('a folder that is gone', async () => {
    mkdirSync(path('out'));
    const file = path('out/a.csv');
    await expect(
      writeWhole(
        file,
        withBetween(() => rmSync(path('out'), { recursive: true })),
      ),
    ).rejects.toMatchObject({
      exitCode: 3,
      message: `${file} cannot be written: its folder is gone. Put that right, or name another place with -o.`,
    });
  });

  it('a pipe or a folder that came to stand in its place', async () => {
    const between = withBetween(() => execFileSync('mknod', [path('a.csv'), 'p']));
    await expect(writeWhole(path('a.csv'), between)).rejects.toMatchObject({
      code: 'place_changed',
      exitCode: 3,
    });
    expect([lstatSync(path('a.csv')).isFIFO(), names()]).toEqual([true, ['a.csv']]);
  });

  it.runIf(isRoot)('a disk that is read-only', async () => {
    const file = '/proc/self/a.csv';
    await expect(writeWhole(file, ['x'], { flag: '--rejects' })).rejects.toMatchObject({
      exitCode: 3,
      message: expect.stringMatching(
        /^\/proc\/self\/a\.csv cannot be written.* name another place with --rejects\.$/,
      ),
    });
  });
});
