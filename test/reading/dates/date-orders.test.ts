import fc from 'fast-check';
import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../../src/engines/duckdb/duckdb-engine.js';
import { fileSource } from '../../../src/engines/duckdb/files.js';
import type { Engine } from '../../../src/engines/engine.js';
import { parseOptions } from '../../../src/options/options.js';
import { readingChoices } from '../../../src/report/reading/choices.js';
import { readFiles } from '../../../src/report/reading/read-files.js';
import { tempFiles } from '../temp-files.js';
import { times } from '../../tiers.js';

const files = tempFiles();
let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb({ threads: 1 });
});
afterAll(() => engine.close());

interface ReadDates {
  dates: (string | null)[];
  order: string;
  kind: string;
}

const dateColumns = {
  ChatStartTime: 'started_at',
  ChatEndTime: 'ended_at',
  AgentAssignmentTimestamp: 'assigned_at',
};

/** Reads a column of dates as a file of its own; gives them back as they were read. */
async function readDates(
  values: readonly string[],
  dateOrder: 'dmy' | 'mdy' | 'ymd' | null = null,
): Promise<ReadDates> {
  const {
    columns: [dates = []],
    ...read
  } = await readColumns([values], dateOrder);
  return { dates, ...read };
}

/** Reads one to three columns of dates as a file. */
async function readColumns(
  columns: readonly (readonly string[])[],
  dateOrder: 'dmy' | 'mdy' | 'ymd' | null = null,
): Promise<Omit<ReadDates, 'dates'> & { columns: ReadDates['dates'][] }> {
  const named = Object.entries(dateColumns).slice(0, columns.length);
  const lines = (columns[0] ?? []).map(
    (_, index) => `${String(index)};Asha;${columns.map((values) => `"${values[index] ?? ''}"`).join(';')}\n`,
  );
  const heading = `RoomCode;ClosedBy;${named.map(([name]) => name).join(';')}\n`;
  const path = await files.write(`${heading}${lines.join('')}`);
  const choices = readingChoices(parseOptions({ dateOrder }));
  const [read] = await readFiles([await fileSource(path)], choices, engine);
  await rm(path);
  const rows = await engine.query('select * from raw_file_0 order by cast(chat_id as integer)');
  return {
    columns: named.map(([, field]) => rows.map((row) => row[field] as string | null)),
    order: read?.plan.order ?? '',
    kind: read?.decision.kind ?? '',
  };
}

interface Moment {
  year: number;
  month: number;
  day: number;
  second: number;
}

const two = (value: number): string => String(value).padStart(2, '0');
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
const iso = ({ year, month, day, second }: Moment): string => {
  const clock = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60].map(two).join(':');
  return `${String(year)}-${two(month)}-${two(day)} ${clock}`;
};

const moment: fc.Arbitrary<Moment> = fc
  .record({
    year: fc.integer({ min: 1970, max: 2105 }),
    month: fc.integer({ min: 1, max: 12 }),
    share: fc.nat(30),
    second: fc.nat(86_399),
  })
  .map(({ year, month, share, second }) => ({ year, month, day: (share % daysIn(year, month)) + 1, second }));

type TimeStyle = (second: number) => { text: string; kept: number };

function clock(
  hour: (h: number) => string,
  hasSeconds: boolean,
  end: (h: number) => string = () => '',
): TimeStyle {
  return (second) => {
    const [h, m, s] = [Math.floor(second / 3600), Math.floor(second / 60) % 60, second % 60];
    const text = `${hour(h)}:${two(m)}${hasSeconds ? `:${two(s)}` : ''}${end(h)}`;
    return { text, kept: hasSeconds ? second : second - s };
  };
}

const half = (h: number): string => String(h % 12 === 0 ? 12 : h % 12);
/** Alone: where starts have no time of day, other dates are not read. */
const withoutTime: [string, TimeStyle] = ['no time', () => ({ text: '', kept: 0 })];
const timeStyles: [string, TimeStyle][] = [
  ['24 hours with seconds', clock(two, true)],
  ['24 hours', clock(two, false)],
  ['unpadded 24 hours with seconds', clock(String, true)],
  ['unpadded 24 hours', clock(String, false)],
  ['12 hours', clock(half, false, (h) => (h < 12 ? ' AM' : ' PM'))],
  ['12 hours with seconds, small letters', clock(half, true, (h) => (h < 12 ? 'am' : 'pm'))],
  [
    'padded 12 hours',
    clock(
      (h) => half(h).padStart(2, '0'),
      true,
      (h) => (h < 12 ? ' am' : ' pm'),
    ),
  ],
  ['12 hours with full stops', clock(half, true, (h) => (h < 12 ? ' a.m.' : ' p.m.'))],
  ['fractions', (second) => ({ text: `${clock(two, true)(second).text}.987`, kept: second })],
  ['fractions after a comma', (second) => ({ text: `${clock(two, true)(second).text},5`, kept: second })],
];

type DateStyle = (moment: Moment) => string;
const shortMonths = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const longMonths =
  'January February March April May June July August September October November December'.split(' ');
const separators = ['-', '/', '.', ' '];

const openStyles: [string, 'dmy' | 'mdy', DateStyle][] = separators.flatMap((separator) =>
  ([two, String] as const).flatMap((show): [string, 'dmy' | 'mdy', DateStyle][] => [
    [
      `${show === two ? 'padded' : 'unpadded'} d${separator}m${separator}y`,
      'dmy',
      (m) => [show(m.day), show(m.month), m.year].join(separator),
    ],
    [
      `${show === two ? 'padded' : 'unpadded'} m${separator}d${separator}y`,
      'mdy',
      (m) => [show(m.month), show(m.day), m.year].join(separator),
    ],
  ]),
);
const closedStyles: [string, DateStyle][] = [
  ...separators.map((separator): [string, DateStyle] => [
    `y${separator}m${separator}d`,
    (m) => [m.year, two(m.month), two(m.day)].join(separator),
  ]),
  ['unpadded y-m-d', (m) => `${String(m.year)}-${String(m.month)}-${String(m.day)}`],
  ['d Mon y', (m) => `${String(m.day)} ${shortMonths[m.month - 1] ?? ''} ${String(m.year)}`],
  ['dd-MON-y', (m) => `${two(m.day)}-${(shortMonths[m.month - 1] ?? '').toUpperCase()}-${String(m.year)}`],
  ['d Month y', (m) => `${String(m.day)} ${longMonths[m.month - 1] ?? ''} ${String(m.year)}`],
  ['Month d, y', (m) => `${longMonths[m.month - 1] ?? ''} ${String(m.day)}, ${String(m.year)}`],
  ['y Mon d', (m) => `${String(m.year)} ${shortMonths[m.month - 1] ?? ''} ${two(m.day)}`],
];

const column = fc.array(moment, { minLength: 1, maxLength: 8 });
const isDecisive = ({ day }: Moment): boolean => day > 12;

function written(
  moments: readonly Moment[],
  date: DateStyle,
  time: TimeStyle,
): { values: string[]; expected: string[] } {
  const parts = moments.map((one) => ({ one, time: time(one.second) }));
  return {
    values: parts.map(({ one, time: { text } }) => `${date(one)} ${text}`.trim()),
    expected: parts.map(({ one, time: { kept } }) => iso({ ...one, second: kept })),
  };
}

/** Some columns of dates, each with every style of time. */
const columns = (isWanted: (moments: readonly Moment[]) => boolean): Moment[][] =>
  fc.sample(column.filter(isWanted), { numRuns: times(1, 8), seed: 5 });

const threeAtATime = <Item>(items: readonly Item[]): Item[][] =>
  Array.from({ length: Math.ceil(items.length / 3) }, (_, at) => items.slice(3 * at, 3 * at + 3));

describe('a column of dates reads back exactly', () => {
  it.each(openStyles)('in %s, where a day above 12 decides the order', async (_, order, style) => {
    for (const moments of columns((all) => all.some(isDecisive))) {
      for (const some of [[withoutTime], ...threeAtATime(timeStyles)]) {
        const texts = some.map(([, time]) => written(moments, style, time));
        expect(await readColumns(texts.map(({ values }) => values))).toMatchObject({
          columns: texts.map(({ expected }) => expected),
          order,
          kind: 'decided',
        });
      }
    }
  });

  it.each(closedStyles)('in %s, whose order the text says', async (_, style) => {
    for (const moments of columns(() => true)) {
      for (const some of [[withoutTime], ...threeAtATime(timeStyles)]) {
        const texts = some.map(([, time]) => written(moments, style, time));
        expect(await readColumns(texts.map(({ values }) => values))).toMatchObject({
          columns: texts.map(({ expected }) => expected),
          kind: 'closed',
        });
      }
    }
  });

  it('in ISO 8601 with Z, an offset or none', async () => {
    const ends: [string, number][] = [['', 0], ['Z', 0], ['+05:30', 19_800], ['-0330', -12_600], ['+02', 7200], [' UTC', 0]]; // oxfmt-ignore
    const inside = moment.filter(({ year }) => year > 1970 && year < 2105);
    const property = fc.asyncProperty(
      fc.array(fc.tuple(inside, fc.constantFrom(...ends), fc.boolean()), { minLength: 1, maxLength: 8 }),
      async (cells) => {
        const values = cells.map(
          ([one, [end], hasFraction]) => `${iso(one).replace(' ', 'T')}${hasFraction ? '.123456' : ''}${end}`,
        );
        const expected = cells.map(([one, [, offset]]) =>
          new Date(Date.parse(`${iso(one).replace(' ', 'T')}Z`) - offset * 1000)
            .toISOString()
            .slice(0, 19)
            .replace('T', ' '),
        );
        expect((await readDates(values)).dates).toEqual(expected);
      },
    );
    await fc.assert(property, { numRuns: times(12, 400), seed: 8 });
  });

  it('in Unix seconds, milliseconds and Excel serials', async () => {
    const inside = moment.filter(({ year }) => year > 1974);
    const forms: ((ms: number) => string)[] = [
      (ms) => String(ms / 1000),
      (ms) => String(ms),
      (ms) => `${String(ms / 1000)}.75`,
      (ms) => String(ms / 86_400_000 + 25_569),
    ];
    const property = fc.asyncProperty(
      fc.array(inside, { minLength: 1, maxLength: 8 }),
      fc.constantFrom(...forms),
      async (moments, form) => {
        const values = moments.map((one) => form(Date.parse(`${iso(one).replace(' ', 'T')}Z`)));
        expect((await readDates(values)).dates).toEqual(moments.map(iso));
      },
    );
    await fc.assert(property, { numRuns: times(12, 400), seed: 9 });
  });

  it.each([
    ['where all are', ['10000000', '99999999'], ['1970-04-26 17:46:40', '1973-03-03 09:46:39']],
    [
      'where most are Unix seconds',
      ['1613379907', '31536000'],
      ['2021-02-15 09:05:07', '1971-01-01 00:00:00'],
    ],
    [
      'where some would be days',
      ['31536000', '31536001', '20210215'],
      ['1971-01-01 00:00:00', '1971-01-01 00:00:01', '1970-08-22 21:56:55'],
    ],
    ['not where they are days', ['20210215', '20210230', '20210216'], [null, null, null]],
    ['not where one stands among other dates', ['15-02-2021', '99999999'], ['2021-02-15 00:00:00', null]],
    ['not where one stands among words', ['31536000', 'soon', 'later'], [null, null, null]],
  ])('in Unix seconds of eight digits, %s', async (_, values, expected) => {
    expect((await readDates(values)).dates).toEqual(expected);
  });

  it('in rows that mix layouts', async () => {
    const values = [
      '13/02/2021 9:05',
      '2021-02-14T10:00:00Z',
      '1/3/2021',
      '14 Feb 2021 10:00 PM',
      '44242.5',
      '05-03-2021 23:59:59',
      '1613383200',
    ];
    expect(await readDates(values)).toMatchObject({
      dates: [
        '2021-02-13 09:05:00',
        '2021-02-14 10:00:00',
        '2021-03-01 00:00:00',
        '2021-02-14 22:00:00',
        '2021-02-15 12:00:00',
        '2021-03-05 23:59:59',
        '2021-02-15 10:00:00',
      ],
      order: 'dmy',
      kind: 'decided',
    });
  });

  it('with years of two digits, where one date has but one order', async () => {
    expect(await readDates(['02/13/21', '02/03/21'])).toEqual({
      dates: ['2021-02-13 00:00:00', '2021-02-03 00:00:00'],
      order: 'mdy',
      kind: 'decided',
    });
    expect(await readDates(['21-02-13', '32-02-03'])).toEqual({
      dates: ['2021-02-13 00:00:00', '2032-02-03 00:00:00'],
      order: 'ymd',
      kind: 'decided',
    });
    expect(await readDates(['13-02-21', '03-02-99'])).toEqual({
      dates: ['2021-02-13 00:00:00', '1999-02-03 00:00:00'],
      order: 'dmy',
      kind: 'decided',
    });
  });

  it.each([
    ['dmy', '13/02/85', '1985-02-13 00:00:00'],
    ['dmy', '01/02/68', '2068-02-01 00:00:00'],
    ['dmy', '01/02/69', null],
    ['dmy', '31.12.00', '2000-12-31 00:00:00'],
    ['mdy', '2/13/70 9:05 PM', '1970-02-13 21:05:00'],
    ['ymd', '21-02-13 10:00', '2021-02-13 10:00:00'],
    ['ymd', '99.12.31', '1999-12-31 00:00:00'],
  ] as const)('in %s with a year of two digits: %s', async (order, value, expected) => {
    expect((await readDates([value], order)).dates).toEqual([expected]);
  });
});

describe('days that are none are not read', () => {
  it.each([
    ['1970-01-01 00:00:00', '1970-01-01 00:00:00'],
    ['1969-12-31 23:59:59', null],
    ['2105-12-31 23:59:59', '2105-12-31 23:59:59'],
    ['2106-01-01 00:00:00', null],
    ['2021-02-30 10:00:00', null],
    ['2021-02-29 10:00:00', null],
    ['2024-02-29 10:00:00', '2024-02-29 10:00:00'],
    ['2100-02-29 10:00:00', null],
    ['2000-02-29 10:00:00', '2000-02-29 10:00:00'],
    ['2021-13-01 10:00:00', null],
    ['2021-00-10 10:00:00', null],
    ['2021-01-00 10:00:00', null],
    ['2021-02-15 24:00:00', null],
    ['2021-02-15 10:60:00', null],
    ['2021-02-15 10:00:61', null],
    ['0021-02-15 10:00:00', null],
    ['15-02-0021 10:00:00', null],
    ['15-02-2021 10:00:00 later', null],
    ['on 15-02-2021', null],
    ['15-02/2021', null],
    ['20210215', null],
    ['tomorrow', null],
    ['13 Foo 2021', null],
  ])('%s', async (value, expected) => {
    expect((await readDates(['15-02-2021 10:00:00', value])).dates).toEqual([
      '2021-02-15 10:00:00',
      expected,
    ]);
  });
});

describe('the order of day, month and year', () => {
  const ambiguous = Array.from(
    { length: 14_000 },
    (_, index) => `0${String((index % 9) + 1)}/02/2021 10:00:00`,
  );

  it.each([
    ['dmy', '13/02/2021 10:00:00', '2021-02-13 10:00:00', '2021-02-09 10:00:00'],
    ['mdy', '02/13/2021 10:00:00', '2021-02-13 10:00:00', '2021-09-02 10:00:00'],
  ])('%s is found where only rows after the first 256 KB decide', async (order, last, decisive, ninth) => {
    const { dates, order: found, kind } = await readDates([...ambiguous, last]);
    expect([found, kind, dates.at(-1), dates[8]]).toEqual([order, 'decided', decisive, ninth]);
    expect(dates.filter((date) => date === null)).toEqual([]);
  });

  it('is found from layouts that only appear late', async () => {
    const { dates, order } = await readDates([
      ...ambiguous,
      '2.25.2021',
      'Feb 26, 2021',
      '2021-02-27T00:00:00Z',
    ]);
    expect(order).toBe('mdy');
    expect(dates.slice(-3)).toEqual(['2021-02-25 00:00:00', '2021-02-26 00:00:00', '2021-02-27 00:00:00']);
    expect(dates.filter((date) => date === null)).toEqual([]);
  });

  it('is found from any date column of the file', async () => {
    const text = 'RoomCode,ClosedBy,ChatStartTime,ChatEndTime\n1,Asha,02/03/2021 10:00,02/13/2021 10:00\n';
    const report = await files.report(text);
    expect(report.source).toMatchObject({ first_chat_at: '2021-02-03 10:00:00' });
    expect(report.source.files[0]?.date_evidence).toBe(
      'month-day-year: 1 date can only be month-day-year, none contradicts',
    );
  });

  it('given by option is taken, and rows that contradict it are rejected', async () => {
    expect(await readDates(['02/13/2021', '02/03/2021'], 'dmy')).toEqual({
      dates: [null, '2021-03-02 00:00:00'],
      order: 'dmy',
      kind: 'option',
    });
  });

  it('of the majority wins where values contradict each other, with a note, and the others are rejected', async () => {
    const day = (date: string, index: number): string => `${String(index)},Asha,${date} 10:00`;
    const dates = ['02/13/2021', '02/14/2021', '15/02/2021', '03/02/2021'];
    const report = await files.report(`RoomCode,ClosedBy,ChatStartTime\n${dates.map(day).join('\n')}\n`);
    expect(report.data_quality).toMatchObject({ rows_read: 4, rows_used: 3, rows_rejected: 1 });
    expect(report.data_quality.rejected_examples[0]).toMatchObject({
      line: 4,
      reason: 'unreadable started_at',
    });
    expect(report.source.files[0]?.date_order).toBe('mdy');
    expect(report.data_quality.notes).toContainEqual(
      expect.stringContaining(
        'dates contradict each other: 2 dates can only be month-day-year, 1 date only day-month-year: the majority decides.',
      ),
    );
  });
});
