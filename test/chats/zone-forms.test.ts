import fc from 'fast-check';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engines/duckdb/duckdb-engine.js';
import type { Engine } from '../../src/engines/engine.js';
import { workbook } from '../files/workbook-parts.js';
import { times } from '../tiers.js';
import { readTimes } from './read-times.js';
import { tempFiles } from './temp-files.js';

const runs = times(5, 600);

const files = tempFiles();
let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb({ threads: 1 });
});
afterAll(() => engine.close());

/** How a moment ends: its zone, and by how many seconds that is ahead of UTC (null: the zone of the source). */
const zoneForms: readonly (readonly [text: string, offset: number | null])[] = [
  ['', null],
  ['Z', 0],
  ['z', 0],
  ['+0530', 19_800],
  ['+05:30', 19_800],
  ['-03:30', -12_600],
  ['+05', 18_000],
  [' +05:30', 19_800],
  [' -0800', -28_800],
  ['UTC', 0],
  [' utc', 0],
  [' GMT', 0],
];

interface Written {
  text: string;
  /** Seconds since 1970 that the text says. */
  wall: number;
  offset: number | null;
}

const two = (value: number): string => String(value).padStart(2, '0');
const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

type Style = (date: Date) => string;
const ymd =
  (separator: string): Style =>
  (date) =>
    [String(date.getUTCFullYear()), two(date.getUTCMonth() + 1), two(date.getUTCDate())].join(separator);
const dateStyles: readonly Style[] = [
  ymd('-'),
  ymd('/'),
  (date) =>
    `${String(date.getUTCDate())} ${months[date.getUTCMonth()] ?? ''} ${String(date.getUTCFullYear())}`,
];

const clock = (date: Date): string => [date.getUTCHours(), date.getUTCMinutes()].map(two).join(':');
type Ending = readonly [style: Style, keepsSeconds: boolean];
const toSeconds: Ending = [(date) => `${clock(date)}:${two(date.getUTCSeconds())}`, true];
const endings: readonly Ending[] = [
  toSeconds,
  [(date) => `${clock(date)}:${two(date.getUTCSeconds())}.625`, true],
  [clock, false],
];

const secondOf = (written: string): number => Date.parse(`${written}Z`) / 1000;
const wallSecond = fc.oneof(
  fc.integer({ min: secondOf('2021-01-05T00:00:00'), max: secondOf('2021-12-25T00:00:00') }),
  // about the nights on which clocks change in New York
  fc.integer({ min: secondOf('2021-03-14T00:00:00'), max: secondOf('2021-03-14T05:00:00') }),
  fc.integer({ min: secondOf('2021-11-07T00:00:00'), max: secondOf('2021-11-07T05:00:00') }),
);

interface Shape {
  date: Style;
  gap: string;
  ending: Ending;
}

/** Most are ISO 8601 with T or a space, to seconds. */
const shape: fc.Arbitrary<Shape> = fc.record({
  date: fc.oneof({ weight: 4, arbitrary: fc.constant(ymd('-')) }, fc.constantFrom(...dateStyles)),
  gap: fc.constantFrom('T', ' '),
  ending: fc.oneof({ weight: 3, arbitrary: fc.constant(toSeconds) }, fc.constantFrom(...endings)),
});

const moment = (shapes: readonly Shape[]): fc.Arbitrary<Written> =>
  fc
    .record({
      second: wallSecond,
      zone: fc.constantFrom(...zoneForms),
      shape: fc.constantFrom(...shapes),
    })
    .map(({ second, zone: [zone, offset], shape: { date, gap, ending } }) => {
      const [style, keepsSeconds] = ending;
      const at = new Date(second * 1000);
      const text = `${date(at)}${gap}${style(at)}${zone}`;
      return { text, wall: keepsSeconds ? second : second - (second % 60), offset };
    });

/** The dates of the rows of a file, in few shapes: each then comes with and without a zone, in any order. */
const datesOfRows = fc
  .array(shape, { minLength: 1, maxLength: 2 })
  .map(moment)
  .chain((one) => fc.array(fc.tuple(one, one, one), { minLength: 2, maxLength: 6 }));

/** The wall time of an instant, by Intl alone. */
function wallOf(zone: string, second: number): number {
  const shown = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'medium' });
  return secondOf(shown.format(second * 1000).replace(' ', 'T'));
}

/** The instant of a wall time: the first of two, moved forward from none. */
function instantOf(zone: string, wall: number): number {
  const [before, after] = [wall - 86_400, wall + 86_400].map((second) => wallOf(zone, second) - second);
  const instants = [wall - (before ?? 0), wall - (after ?? 0)].sort((a, b) => a - b);
  return instants.find((instant) => wallOf(zone, instant) === wall) ?? wall - (before ?? 0);
}

function expectedOf({ wall, offset }: Written, zone: string | null): string {
  const instant = offset === null ? (zone === null ? wall : instantOf(zone, wall)) : wall - offset;
  return new Date(instant * 1000).toISOString().slice(0, 19).replace('T', ' ');
}

const headings = ['RoomCode', 'ClosedBy', 'ChatStartTime', 'ChatEndTime', 'AgentAssignmentTimestamp'];
const lines = (rows: readonly (readonly string[])[], quoted: (cell: string) => string): string =>
  [headings, ...rows].map((row) => `${row.map(quoted).join(',')}\n`).join('');
const object = (row: readonly string[]): object =>
  Object.fromEntries(row.map((cell, column) => [headings[column] ?? '', cell]));
const textCells = (row: readonly string[]): string =>
  `<row>${row.map((cell) => `<c t="inlineStr"><is><t xml:space="preserve">${cell}</t></is></c>`).join('')}</row>`;

type Rows = readonly (readonly string[])[];
const sources: Record<string, (rows: Rows) => string | Uint8Array> = {
  'CSV as it is': (rows) => lines(rows, (cell) => cell),
  'CSV that is cleaned first': (rows) => lines(rows, (cell) => ` "${cell}" `),
  JSON: (rows) => JSON.stringify(rows.map(object)),
  'a workbook with texts': (rows) =>
    workbook({ sheets: [{ name: 'Chats', rows: [headings, ...rows].map(textCells).join('') }] }),
};

async function instants(content: string | Uint8Array, sourceTimezone: string | null): Promise<unknown[][]> {
  const path = await files.write(content);
  const read = await readTimes(engine, [path], { sourceTimezone, excelSwap: 'off' });
  await rm(path);
  return read.instants;
}

describe('times with every mix of zones', () => {
  it.each(['2021-11-10 17:30:56+05:45', '2021-11-10 17:30:56+0100', '2021-11-10 17:30:56Z'])(
    'keep a wall time in its own zone after %s',
    async (zoned) => {
      const wall = '2021-11-09 00:27:46';
      const rows = [zoned, wall].map((text, at) => [String(at), 'Asha', text, '-', '-']);
      const [, second] = await instants(
        lines(rows, (cell) => cell),
        'America/New_York',
      );
      expect(second).toEqual(['2021-11-09 05:27:46', null, null]);
    },
  );

  it.each(Object.entries(sources))('are read as what they say in %s', async (_, sourceOf) => {
    const property = fc.asyncProperty(
      datesOfRows,
      fc.constantFrom(null, 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe'),
      async (rows, zone) => {
        const cells = rows.map((dates, at) => [String(at), 'Asha', ...dates.map(({ text }) => text)]);
        const expected = rows.map((dates) => dates.map((date) => expectedOf(date, zone)));
        expect(await instants(sourceOf(cells), zone)).toEqual(expected);
      },
    );
    await fc.assert(property, { numRuns: runs, seed: 17 });
  });
});
