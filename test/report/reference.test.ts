import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { generateReport, sampleCsv } from '../../src/index.js';
import { tableIds } from '../../src/metrics/catalog.js';
import type { CaseOptions } from '../cases/case.js';
import { tempFiles } from '../reading/temp-files.js';
import { optionsFromSpec, referenceForCsv } from '../reference/from-spec.js';
import { computeReference } from '../reference/compute.js';
import { parseChats } from '../reference/parse.js';
import type { BusinessRange, RefOptions, RefTables } from '../reference/types.js';
import { someOf, times } from '../tiers.js';
import { differences } from './against-reference.js';

const dump = fileURLToPath(new URL('../../../shared/data/verloop_feb_2021.csv', import.meta.url));
const files = tempFiles();

const sample = (seed: number, chats = times(700, 3000), from?: string): string =>
  [...sampleCsv({ chats, seed, from })].join('');

/** A sample with hard rows among the sound ones: faulty times, duplicates, odd names and ratings, rejected rows. */
function roughSample(seed: number, from?: string): string {
  const [heading = '', ...lines] = sample(seed, undefined, from)
    .replaceAll('"Bot\n"', 'Bot')
    .trimEnd()
    .split('\n');
  const rough = lines.flatMap((line, index) => {
    const cells = line.split(',');
    const [id = '', , , , start = '', end = ''] = cells;
    const edited = (at: number, value: string): string => cells.with(at, value).join(',');
    if (index % 97 === 1) return [line, edited(2, 'Someone Else')];
    if (index % 97 === 2) return [edited(2, ` ${cells[2]?.toUpperCase() ?? ''}\u00a0`)];
    if (index % 97 === 3) return [edited(5, start), edited(5, 'soon')];
    if (index % 97 === 4) return [edited(4, end).split(',').with(5, start).join(',')];
    if (index % 97 === 5) return [edited(9, '4.5'), edited(0, `${id}x`).replace(/[^,]*$/, 'great')];
    if (index % 97 === 6) return [edited(9, '11'), edited(0, '-')];
    if (index % 97 === 7) return [edited(8, '-0:00:05'), edited(4, '30-02-2026 10:00:00')];
    if (index % 97 === 8) return [edited(6, end), edited(0, `${id}y`).split(',').with(6, 'x').join(',')];
    if (index % 97 === 9) return [edited(2, '-'), `${line},extra`, cells.slice(1).join(',')];
    if (index % 97 === 10) return [edited(5, '-')];
    return [line];
  });
  return `${[heading, ...rough].join('\n')}\n`;
}

interface Variant {
  name: string;
  options: CaseOptions;
  from?: string;
}

const variants: Variant[] = [
  { name: 'with every default', options: {} },
  { name: 'by day', options: { period: 'day' } },
  { name: 'by month', options: { period: 'month' }, from: '2025-12-20' },
  { name: 'by weeks from Sunday', options: { weekStart: 'sunday' } },
  { name: 'by weeks from Thursday over a new year', options: { weekStart: 'thursday' }, from: '2025-12-17' },
  { name: 'with business hours over midnight', options: { businessHours: '20:00-04:00' } },
  { name: 'with business hours around the clock', options: { businessHours: '00:00-24:00' } },
  {
    name: 'from and to moments inside days',
    options: { from: '2026-02-05 09:30:00', to: '2026-02-20 17:00:00' },
  },
  {
    name: 'from and to moments inside half hours, by month',
    options: { period: 'month', from: '2026-02-04 09:41:17', to: '2026-02-24 22:03:00' },
  },
  {
    name: 'on some weekdays and half hours',
    options: {
      weekday: ['saturday', 'monday'],
      halfHour: ['09:30', '14:00', '14:30'],
      from: '2026-02-07 12:00:00',
    },
  },
  {
    name: 'over a range wider than its chats',
    options: { from: '2026-01-15', to: '2026-04-01', period: 'month' },
  },
  { name: 'with a short response target', options: { responseTarget: '8s' } },
  { name: 'with a shift gap of 1 h', options: { shiftGap: '1h' } },
  { name: 'with a shift gap of 0 s', options: { shiftGap: '0s' } },
  { name: 'with a scale from 0 to 10', options: { csatScale: '0-10', csatSatisfied: 5 } },
  { name: 'with other bots and time-outs', options: { bots: ['system'], timeoutReasons: ['Completed'] } },
  {
    name: 'from New York to London when clocks go forward in both',
    options: { sourceTimezone: 'America/New_York', timezone: 'Europe/London', period: 'day' },
    from: '2026-03-02',
  },
  {
    name: 'from UTC to Lord Howe when clocks go back by half an hour',
    options: { sourceTimezone: 'UTC', timezone: 'Australia/Lord_Howe' },
    from: '2026-03-20',
  },
  {
    name: 'from Berlin when clocks go back, to Kolkata',
    options: { sourceTimezone: 'Europe/Berlin', timezone: 'Asia/Kolkata' },
    from: '2026-10-12',
  },
  {
    name: 'in the wall time of St. Johns with a range',
    options: { sourceTimezone: 'America/St_Johns', from: '2026-03-07 12:00', to: '2026-03-09' },
    from: '2026-03-01',
  },
];

const numbered = (seed: number): [name: string, seed: number, variant: Variant][] =>
  variants.map((variant, index) => [variant.name, seed + (index % 6), variant]);

/** The reference takes moments with seconds only. */
const seconds = (options: CaseOptions): CaseOptions => ({
  ...options,
  ...(options.from && options.from.length === 16 ? { from: `${options.from}:00` } : {}),
});

/** Rows of a CSV text (one line each) in another order; the heading stays. */
function shuffled(csv: string): string {
  const [heading = '', ...lines] = csv.trimEnd().split('\n');
  const keyed = lines.map((line, index) => ({ line, key: (index * 7919) % 10007 }));
  keyed.sort((a, b) => a.key - b.key);
  return `${[heading, ...keyed.map(({ line }) => line)].join('\n')}\n`;
}

describe('a report agrees with the plain computation in every cell', () => {
  it.each(someOf(numbered(11), 5))('of a sample %s (seed %i)', async (_, seed, { options, from }) => {
    const csv = sample(seed, undefined, from);
    expect(
      differences(referenceForCsv(csv, seconds(options)), await files.report(csv, { ...options })),
    ).toEqual([]);
  });

  it.each(numbered(31))('of a sample with hard rows %s (seed %i)', async (_, seed, { options, from }) => {
    const csv = roughSample(seed, from);
    expect(
      differences(referenceForCsv(csv, seconds(options)), await files.report(csv, { ...options })),
    ).toEqual([]);
  });

  it.each(['2026-03-01', '2026-10-20'])(
    'with hours by weekday, several ranges and holidays, from %s',
    async (from) => {
      const csv = sample(7, 3000, from);
      const ranges: BusinessRange[] = [
        ...[1, 2, 3, 4, 5].flatMap((weekday) => [
          { weekday, from_minute: 540, to_minute: 720 },
          { weekday, from_minute: 780, to_minute: 1065 },
        ]),
        { weekday: 6, from_minute: 1320, to_minute: 1440 + 360 },
      ];
      const holidays = [3, 7, 8].map((day) =>
        new Date(Date.parse(from) + day * 86_400_000).toISOString().slice(0, 10),
      );
      const businessHours = 'mon-fri 9:00-12:00,13:00-17:45; sat 22:00-06:00';
      const expected = referenceWith(csv, { businessRanges: ranges, holidays });
      expect(differences(expected, await files.report(csv, { businessHours, holidays }))).toEqual([]);
    },
  );

  it.runIf(existsSync(dump))('of the real February dump', async () => {
    const report = await generateReport({ files: dump });
    expect(differences(referenceForCsv(readFileSync(dump, 'utf8')), report)).toEqual([]);
    expect(report.data_quality).toMatchObject({ rows_read: 10_000, rows_used: 10_000 });
  });
});

it('the comparison finds a figure, a row and a count that differ', async () => {
  const csv = roughSample(5);
  const report = await files.report(csv, { shiftGap: '1h', bots: ['System'], to: '2026-02-20' });
  const places = differences(referenceForCsv(csv), report).map((line) => line.split(/[\s:[]/)[0]);
  expect(new Set(places)).toEqual(new Set([...tableIds, 'days', 'data_quality', 'warnings']));
});

describe('what does not matter changes no figure', () => {
  it.each([1, 2])('the order of rows (seed %i)', async (seed) => {
    const csv = sample(seed).replaceAll('"Bot\n"', 'Bot');
    const expected = referenceForCsv(csv);
    expect(differences(expected, await files.report(shuffled(csv)))).toEqual([]);
  });

  it.each([1, 2])('whether chats come in one file or in two (seed %i)', async (seed) => {
    const [heading = '', ...lines] = roughSample(seed).trimEnd().split('\n');
    const half = Math.floor(lines.length / 2);
    const parts = [lines.slice(0, half), lines.slice(half)].map((part) => [heading, ...part].join('\n'));
    const paths = await Promise.all(parts.map((part) => files.write(part)));
    const expected = referenceForCsv([heading, ...lines].join('\n'));
    expect(differences(expected, await generateReport({ files: paths }))).toEqual([]);
  });

  it('whether the file is zipped, has a byte-order mark, another delimiter or other line ends', async () => {
    const csv = sample(3, 500);
    const expected = referenceForCsv(csv);
    const forms = [
      `\ufeff${csv}`,
      csv.replaceAll(',', ';'),
      csv.replaceAll('\n', '\r\n'),
      csv.replaceAll(',', '\t'),
    ];
    for (const form of [...forms, gzipSync(csv)])
      expect(differences(expected, await files.report(form))).toEqual([]);
  });
});

function referenceWith(csv: string, given: Partial<RefOptions>): RefTables {
  const options = { ...optionsFromSpec({}), ...given };
  const { chats, rejected, hasField } = parseChats(csv, { sourceZone: null, csat: options.csat });
  return computeReference(chats, { ...options, hasField }, rejected);
}
