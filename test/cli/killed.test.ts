import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, readdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { ownLease, removeAbandoned } from '../../src/engines/duckdb/leased-names.js';
import { sampleCsv } from '../../src/index.js';
import { times } from '../tiers.js';
import { desk, ended } from './program.js';

const { run, start, write, path, names, leftovers } = desk();

/** Two processes that are sure to be gone, and never to come back. */
const noPid = 2 ** 22 + 1;
const [, began = '', place = ''] = ownLease.split('-');

describe('what runs have left behind', () => {
  const leave = (name: string, daysOld = 0): string => {
    const at = path(name);
    mkdirSync(at, { recursive: true });
    writeFileSync(`${at}/spilled`, 'rows of customers');
    const when = Date.now() / 1000 - daysOld * 86_400;
    utimesSync(at, when, when);
    return name;
  };

  it('is removed where its run is gone, and stays where it may be at work', () => {
    const gone = [
      leave(`run-${String(noPid)}-1-${place}-abc`),
      leave(`run-${String(process.pid)}-${String(Number(began) - 1)}-${place}-abc`), // its number was given away again
      leave(`run-${String(noPid)}-1-00000000-abc`, 3), // of another computer, or from before this one was started
    ];
    const kept = [
      leave(`run-${ownLease}-abc`),
      leave(`run-${String(process.ppid)}-0-${place}-x`.replace('-0-', `-${startOf(process.ppid)}-`)),
      leave(`run-${String(noPid)}-1-00000000-def`, 1),
      leave('run-of-someone'),
      leave(`other-${String(noPid)}-1-${place}-abc`),
    ];
    symlinkSync(path('other'), path(`run-${String(noPid)}-1-${place}-link`));
    removeAbandoned(path(''), 'run-');
    expect(names().sort()).toEqual([...kept, `run-${String(noPid)}-1-${place}-link`].sort());
    expect(gone.some((name) => names().includes(name))).toBe(false);
  });

  it('is no fault where there is no such folder', () => {
    expect(() => removeAbandoned(path('nowhere'), 'run-')).not.toThrow();
  });
});

function startOf(pid: number): string {
  const status = readFileSync(`/proc/${String(pid)}/stat`, 'utf8');
  return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? '0';
}

describe('runs that are killed', { timeout: 600_000 }, () => {
  const digest = (name: string): string =>
    createHash('sha256')
      .update(readFileSync(path(name)))
      .digest('hex');

  it.each([
    ['without a cache', []],
    ['with a cache', ['--cache', 'kept.duckdb']],
  ])('%s leave outputs old or new and whole, and nothing once the next one has ended', async (_, cache) => {
    write('data_dump.csv', [...sampleCsv({ chats: 20_000, seed: 1 })].join(''));
    const made = await run('report', '-o', 'report.json', ...cache);
    expect(made.code).toBe(0);
    const right = digest('report.json');
    for (let time = 0; time < times(1, 7); time += 1) {
      const runs = Array.from({ length: times(3, 8) }, () =>
        start('report', '-o', 'report.json', '-q', ...cache),
      );
      await Promise.all(
        runs.map(async (child) => {
          const end = ended(child);
          await wait(100 + Math.random() * 2500);
          child.kill('SIGKILL');
          await end;
        }),
      );
      expect(digest('report.json')).toBe(right);
    }
    const { code, stderr } = await run('report', '-o', 'report.json', ...cache);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(digest('report.json')).toBe(right);
    expect(leftovers()).toEqual([]);
    const own = cache.length === 0 ? [] : ['kept.duckdb'];
    expect(names()).toEqual(['data_dump.csv', ...own, 'report.json']);
    expect(readdirSync(path('')).filter((name) => name.startsWith('.'))).toEqual([]);
  });
});
