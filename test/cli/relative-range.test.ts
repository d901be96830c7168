import { describe, expect, it } from 'vitest';
import { withRange } from '../../src/cli/relative-range.js';
import { UserError } from '../../src/errors.js';
import { soundCsv } from './exports.js';
import { desk } from './program.js';

const { run, write, names } = desk();
/** A Tuesday; in Auckland it is the next day. */
const now = new Date('2026-12-01T12:30:00Z');

const rangeOf = (given: Record<string, string>, config: Record<string, unknown> = {}) =>
  withRange({ timezone: 'UTC', ...config, ...given }, { values: given, positionals: [] }, now);

function refusal(given: Record<string, string>): string {
  try {
    rangeOf(given);
  } catch (error) {
    if (error instanceof UserError && error.exitCode === 2) return `${error.message} ${error.hint ?? ''}`;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

it.each([
  ['last', 'week', '2026-11-23', '2026-11-30'],
  ['last', '4w', '2026-11-02', '2026-11-30'],
  ['last', '28d', '2026-11-03', '2026-12-01'],
  ['last', 'day', '2026-11-30', '2026-12-01'],
  ['last', 'month', '2026-11-01', '2026-12-01'],
  ['last', '3M', '2026-09-01', '2026-12-01'],
  ['month', 'previous', '2026-11-01', '2026-12-01'],
  ['month', '2026-10', '2026-10-01', '2026-11-01'],
  ['month', '2024-12', '2024-12-01', '2025-01-01'],
])('--%s %s is from %s up to %s', (name, value, from, to) => {
  expect(rangeOf({ [name]: value })).toMatchObject({ from, to });
});

it('the day of --through is included, and goes with --from', () => {
  expect(rangeOf({ through: '2026-02-28' })).toMatchObject({ to: '2026-03-01' });
  expect(rangeOf({ from: '2026-02-01', through: '2026-02-28' })).toMatchObject({
    from: '2026-02-01',
    to: '2026-03-01',
  });
});

it('a week begins as the report has it, and today is that of its zone', () => {
  expect(rangeOf({ last: 'week', 'week-start': 'tuesday' })).toMatchObject({ to: '2026-12-01' });
  expect(rangeOf({ last: 'day', timezone: 'Pacific/Auckland' })).toMatchObject({ to: '2026-12-02' });
});

it('a range of the command line takes the place of that of the configuration', () => {
  const range = rangeOf({ last: 'day' }, { from: '2020-01-01', to: '2020-02-01', month: '2020-01' });
  expect(range).toEqual({ timezone: 'UTC', from: '2026-11-30', to: '2026-12-01' });
  expect(rangeOf({}, { month: '2020-01' })).toMatchObject({ from: '2020-01-01', to: '2020-02-01' });
});

it.each([
  [{ last: 'fortnight' }, '--last: "fortnight" is not allowed.'],
  [{ last: '0d' }, '"0d" is not allowed.'],
  [{ month: '2026-13' }, '--month: "2026-13" is not allowed.'],
  [{ last: 'week', from: '2026-01-01' }, '--from and --last name two ranges.'],
  [{ to: '2026-01-01', through: '2026-01-01' }, '--to and --through name two ranges.'],
])('%j is refused', (given, message) => {
  expect(refusal(given)).toContain(message);
});

describe('a report of a range', () => {
  it('has its first and last day in the name of its file', async () => {
    write('data.csv', soundCsv);
    const { code, stdout } = await run(
      'report',
      'data.csv',
      '--month',
      '2021-02',
      '-o',
      'r-{from}-{to}.json',
    );
    expect({ code, names: names() }).toEqual({
      code: 0,
      names: ['data.csv', 'r-2021-02-01-2021-02-28.json'],
    });
    expect(stdout).toMatch(/Written: .*r-2021-02-01-2021-02-28\.json\n$/);
  });

  it('without chats ends with code 5, written or not', async () => {
    write('data.csv', soundCsv);
    const ends = [
      ['--month', '2021-01'],
      ['--from', '2030-01-01'],
    ];
    for (const range of ends)
      expect((await run('report', 'data.csv', '-q', '-o', 'r.json', ...range)).code).toBe(5);
    expect(names()).toEqual(['data.csv', 'r.json']);
  });
});
