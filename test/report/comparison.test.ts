import { describe, expect, it } from 'vitest';
import { sampleCsv, type Report, type ReportOptionsSpec } from '../../src/index.js';
import { findings } from '../../src/presentation/findings/findings.js';
import type { ComparedFigure } from '../../src/report/report.js';
import type { CaseOptions } from '../cases/case.js';
import { tempFiles } from '../reading/temp-files.js';
import { referenceForCsv } from '../reference/from-spec.js';
import type { Row } from '../reference/types.js';
import { times } from '../tiers.js';

const files = tempFiles();
const sample = (seed: number): string =>
  [...sampleCsv({ chats: times(900, 3000), seed, from: '2026-01-20' })].join('');

const rowsOf = (figures: ComparedFigure[], side: 'value' | 'other_value'): Map<string, Row> => {
  const rows = new Map<string, Row>();
  for (const figure of figures) {
    const key = `${figure.table} ${figure.agent ?? 'all'}`;
    rows.set(key, { ...rows.get(key), [figure.metric]: figure[side] });
  }
  return rows;
};

/** Every figure in which one side of a comparison differs from the plain computation of its range. */
function sideDifferences(report: Report, side: 'value' | 'other_value', csv: string, options: CaseOptions) {
  const expected = referenceForCsv(csv, options);
  const shown = rowsOf(report.comparison?.figures ?? [], side);
  const wanted = [
    ...expected.chat_metrics
      .filter((row) => row['period_start'] === null)
      .map((row) => ['chat_metrics all', row] as const),
    ...expected.agent_metrics.map((row) => [`agent_metrics ${String(row['agent'] ?? 'all')}`, row] as const),
  ];
  return wanted.flatMap(([key, row]) =>
    Object.entries(shown.get(key) ?? { chats_resolved: 'no row' }).flatMap(([metric, value]) => {
      const same =
        typeof value === 'number'
          ? Math.abs(value - Number(row[metric])) <= 1e-9 * Math.max(1, Math.abs(value))
          : value === row[metric];
      return same ? [] : [`${key} ${metric}: ${String(value)} instead of ${String(row[metric])}`];
    }),
  );
}

const seconds = (day: string): string => `${day} 00:00:00`;

describe('a comparison has the figures of both ranges', () => {
  it.each<[string, CaseOptions & { compare: string }, [string, string]]>([
    [
      'the seven days before seven days',
      { from: '2026-02-09', to: '2026-02-16', compare: 'previous' },
      ['2026-02-02', '2026-02-09'],
    ],
    [
      'the month before a month',
      { from: '2026-02-01', to: '2026-03-01', compare: 'previous' },
      ['2026-01-01', '2026-02-01'],
    ],
    [
      'days that are named',
      { from: '2026-02-09', to: '2026-02-16', compare: '2026-01-25..2026-02-01' },
      ['2026-01-25', '2026-02-01'],
    ],
    [
      'days that lie in the range',
      { compare: '2026-02-01..2026-02-03', period: 'day' },
      ['2026-02-01', '2026-02-03'],
    ],
    [
      'days in another zone',
      {
        sourceTimezone: 'UTC',
        timezone: 'Asia/Kolkata',
        from: '2026-02-09',
        to: '2026-02-12',
        compare: 'previous',
      },
      ['2026-02-06', '2026-02-09'],
    ],
  ])('of %s', async (_, { compare, ...options }, [from, to]) => {
    const csv = sample(4);
    const report = await files.report(csv, { ...options, compare });
    expect(report.comparison).toMatchObject({ range_from: from, range_to: to });
    const own = {
      ...options,
      ...(options.from && options.to ? { from: seconds(options.from), to: seconds(options.to) } : {}),
    };
    expect(sideDifferences(report, 'value', csv, own)).toEqual([]);
    expect(
      sideDifferences(report, 'other_value', csv, { ...options, from: seconds(from), to: seconds(to) }),
    ).toEqual([]);
  });

  it('and changes nothing else in the report', async () => {
    const csv = sample(5);
    const options = { from: '2026-02-09', to: '2026-02-16' };
    const plain = await files.report(csv, options);
    const compared = await files.report(csv, { ...options, compare: 'previous' });
    expect(compared.tables).toEqual(plain.tables);
    const unnamed = ({ data_quality }: Report): string =>
      JSON.stringify(data_quality).replaceAll(/[\w./-]+\.csv/g, 'FILE');
    expect(unnamed(compared)).toBe(unnamed(plain));
    expect(plain.comparison).toBeNull();
  });
});

const heading = 'RoomCode,ClosedBy,ChatStartTime,ChatEndTime,CsatScore';
const chat = (id: number, by: string, day: string, rating = '-'): string =>
  `c${String(id)},${by},${day} 10:00:00,${day} 10:10:00,${rating}`;
const range = { from: '2021-02-10', to: '2021-02-11', compare: 'previous' };
const onCounts = (note: string) => note.endsWith('not counts.');
const figure = (report: Report, agent: string | null, metric: string) => {
  const found = report.comparison?.figures.find((one) => one.agent === agent && one.metric === metric);
  return found && [found.value, found.other_value, found.difference, found.change_rate];
};

describe('a difference', () => {
  it('is relative for counts, and plain for rates and ratings', async () => {
    const report = await files.report(
      [
        heading,
        chat(1, 'Asha', '2021-02-10', '4'),
        chat(2, 'Bot', '2021-02-10'),
        chat(3, 'Asha', '2021-02-10', '5'),
        chat(4, 'Asha', '2021-02-09', '3'),
        chat(5, 'Bot', '2021-02-09'),
      ].join('\n'),
      range,
    );
    expect(figure(report, null, 'incoming_chats')).toEqual([3, 2, 1, 0.5]);
    expect(figure(report, null, 'bot_deflection_rate')).toEqual([1 / 3, 0.5, 1 / 3 - 0.5, null]);
    expect(figure(report, 'Asha', 'csat_avg')).toEqual([4.5, 3, 1.5, null]);
  });

  it('counts an agent of only one range with no chats in the other, and measures nothing there', async () => {
    const report = await files.report(
      [heading, chat(1, 'Asha', '2021-02-10', '4'), chat(2, 'Ben', '2021-02-09', '2')].join('\n'),
      range,
    );
    expect(figure(report, 'Asha', 'chats_resolved')).toEqual([1, 0, 1, null]);
    expect(figure(report, 'Ben', 'chats_resolved')).toEqual([0, 1, -1, -1]);
    expect(figure(report, 'Ben', 'csat_avg')).toEqual([null, 2, null, null]);
  });

  it('knows an agent who is spelled otherwise in the other range', async () => {
    const report = await files.report(
      [heading, chat(1, 'ZOË', '2021-02-10'), chat(2, 'Zoë', '2021-02-09')].join('\n'),
      range,
    );
    expect(figure(report, 'ZOË', 'chats_resolved')).toEqual([1, 1, 0, 0]);
    expect(new Set(report.comparison?.figures.map(({ agent }) => agent))).toEqual(new Set([null, 'ZOË']));
  });

  it('keeps to the agents that are asked for', async () => {
    const report = await files.report(
      [heading, chat(1, 'Asha', '2021-02-10'), chat(2, 'Ben', '2021-02-09')].join('\n'),
      { ...range, agent: ['Asha'] },
    );
    expect(figure(report, null, 'incoming_chats')).toEqual([1, 0, 1, null]);
  });
});

it('a range to compare with that has no chats is said in a note', async () => {
  const report = await files.report([heading, chat(1, 'Asha', '2021-02-10')].join('\n'), {
    compare: 'previous',
  });
  expect(report.comparison).toMatchObject({ range_from: '2021-02-09', range_to: '2021-02-10', chats: 0 });
  expect(report.data_quality.notes).toContain(
    'Compared with 2021-02-09 up to 2021-02-10, but no chat of the files starts in that range. Name the range of the report with --from and --to, or another one with --compare FROM..TO.',
  );
});

it('a range to compare with whose chats the filters leave out is not said to have none', async () => {
  const report = await files.report(
    [heading, chat(1, 'Asha', '2021-02-10', '4'), chat(2, 'Ben', '2021-02-09')].join('\n'),
    { ...range, agent: 'Asha' },
  );
  expect(report.comparison).toMatchObject({ chats: 0 });
  expect(report.data_quality.notes.filter((note) => note.startsWith('Compared with'))).toEqual([
    'Compared with 2021-02-09 up to 2021-02-10, but the filters leave no chat of that range (1 without them).',
  ]);
});

it('an agent without chats in the range has 0 in all counts beside those of the other range', async () => {
  const report = await files.report(
    [heading, chat(1, 'Asha', '2021-02-10'), chat(2, 'Ben', '2021-02-09', '4')].join('\n'),
    { ...range, agent: 'ben' },
  );
  const ofBen = report.comparison?.figures.filter(({ agent }) => agent === 'Ben') ?? [];
  const counts = ofBen.filter(({ value }) => value !== null);
  expect(counts.map(({ metric, value, other_value }) => [metric, value, other_value])).toEqual([
    ['chats_resolved', 0, 1],
    ['resolution_chats', 0, 1],
    ['csat_rated_chats', 0, 1],
    ['csat_rated_chats_business_hours', 0, 1],
    ['csat_rated_chats_outside_business_hours', 0, 0],
  ]);
});

it.each<[string, ReportOptionsSpec, string | undefined]>([
  [
    'that begins inside a day is shorter than whole days',
    { from: '2021-02-10 12:00', to: '2021-02-11 12:00', compare: '2021-02-08..2021-02-10' },
    'The range has 1 day, the one from 2021-02-08 up to 2021-02-10 that it is compared with 2 days',
  ],
  [
    'that ends inside a day is longer than a day',
    { from: '2021-02-10', to: '2021-02-11 06:30', compare: '2021-02-09..2021-02-10' },
    'The range has 1 day 6 hours 30 minutes, the one from 2021-02-09 up to 2021-02-10 that it is compared with 1 day',
  ],
  [
    'of a day from noon to noon is as long as a day',
    { from: '2021-02-10 12:00', to: '2021-02-11 12:00', compare: '2021-02-09..2021-02-10' },
    undefined,
  ],
  [
    'with more of the only days of the week has more to count',
    { from: '2021-02-10', to: '2021-02-12', compare: '2021-02-08..2021-02-10', weekday: 'tue,wed,thu' },
    'Of the days of the week that are asked for, the range has 2 days, the one from 2021-02-08 up to 2021-02-10 that it is compared with 1 day',
  ],
])('a range %s', async (_, options, said) => {
  const days = ['2021-02-08', '2021-02-09', '2021-02-10', '2021-02-11'].map((day, id) =>
    chat(id, 'Asha', day),
  );
  const report = await files.report([heading, ...days].join('\n'), options);
  expect(report.comparison?.are_counts_comparable).toBe(said === undefined);
  expect(report.data_quality.notes.filter(onCounts)).toEqual(
    said ? [`${said}: compare rates and averages, not counts.`] : [],
  );
});

it('ranges of unequal length are said not to have counts that compare', async () => {
  const days = ['2021-02-08', '2021-02-10', '2021-02-11'].map((day, id) => chat(id, 'Asha', day));
  const report = await files.report([heading, ...days].join('\n'), {
    from: '2021-02-10',
    to: '2021-02-12',
    compare: '2021-02-08..2021-02-09',
  });
  expect(report.data_quality.notes).toContain(
    'The range has 2 days, the one from 2021-02-08 up to 2021-02-09 that it is compared with 1 day: compare rates and averages, not counts.',
  );
});

it.each([
  ['2021-02-09', '2021-02-11', '2021-02-07..2021-02-09', '2021-02-07 up to 2021-02-09', 'before 2021-02-08'],
  ['2021-02-09', '2021-02-12', '2021-02-08..2021-02-11', '2021-02-09 up to 2021-02-12', 'after 2021-02-10'],
])(
  'a range from %s to %s compared with %s is said to reach further than the files, and its counts are no finding',
  async (from, to, compare, short, edge) => {
    const chats = (day: string, count: number) =>
      Array.from({ length: count }, (_, id) => chat(id, id % 2 ? 'Asha' : 'Bot', day).replace('c', day));
    const days = [...chats('2021-02-08', 40), ...chats('2021-02-09', 40), ...chats('2021-02-10', 200)];
    const report = await files.report([heading, ...days].join('\n'), { from, to, compare });
    expect(report.comparison?.are_counts_comparable).toBe(false);
    expect(report.data_quality.notes.filter(onCounts)).toEqual([
      `One of the compared ranges is ${short}, but no chat of the files starts ${edge}: compare rates and averages, not counts.`,
    ]);
    expect(findings(report).filter(({ figures }) => figures['metric'] === 'incoming_chats')).toEqual([]);
  },
);

it('ranges as long as each other that the files reach over have counts that compare', async () => {
  const days = ['2021-02-08', '2021-02-09', '2021-02-10'].map((day, id) => chat(id, 'Asha', day));
  const report = await files.report([heading, ...days].join('\n'), range);
  expect(report.comparison?.are_counts_comparable).toBe(true);
  expect(report.data_quality.notes.filter(onCounts)).toEqual([]);
});
