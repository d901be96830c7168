import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileSource } from '../../src/engines/duckdb/files.js';
import {
  generateReport,
  openDuckDb,
  sampleCsv,
  type Engine,
  type ReportOptionsSpec,
} from '../../src/index.js';
import { asFlag } from '../../src/options/mention.js';
import { parseOptions, type ReportOptions } from '../../src/options/options.js';
import { reportSession } from '../../src/report/generate.js';
import type { Report } from '../../src/report/report.js';
import { tempFiles } from '../chats/temp-files.js';
import { isLong, times } from '../tiers.js';

const files = tempFiles();
const csv = [...sampleCsv({ chats: times(300, 2000), seed: 3, from: '2026-02-01' })].join('');
const steps: string[] = [];
let path = '';
let engine: Engine;
let session: (options: ReportOptions) => Promise<Report>;

beforeAll(async () => {
  engine = await openDuckDb();
  path = await files.write(csv);
  const source = await fileSource(path);
  const said = reportSession([source], { engine, isForMany: true, onStep: (step) => steps.push(step) });
  session = async (options) => (await said(options))(asFlag);
});
afterAll(() => engine.close());

const fresh = new Map<string, Promise<Report>>();

/** The report of options as it is without a session; made once. */
function freshReport(options: ReportOptionsSpec = {}): Promise<Report> {
  const key = JSON.stringify(options);
  const report = fresh.get(key) ?? generateReport({ ...options, files: path });
  fresh.set(key, report);
  return report;
}

/** One after the other, each with what has to be done again for it. */
const inTurn: [ReportOptionsSpec, 'read' | 'sort' | 'compute'][] = [
  [{}, 'read'],
  [{ businessHours: 'mon-fri 9:00-12:00', smallN: 9 }, 'compute'],
  [{ period: 'day', from: '2026-02-03', to: '2026-02-06', compare: 'previous' }, 'compute'],
  [{ bots: ['System'], timeoutReasons: ['Completed'] }, 'compute'],
  [
    { bots: ['System'], csatScale: '0-10', csatSatisfied: 4, responseTarget: '5s', weekStart: 'sunday' },
    'compute',
  ],
  [{ bots: ['System'], weekday: 'monday', halfHour: '10:00,10:30' }, 'compute'],
  [{ bots: ['System'], weekday: 'monday', halfHour: '10:00,10:30', period: 'month' }, 'compute'],
  [{ sourceTimezone: 'UTC', timezone: 'Asia/Kolkata' }, 'sort'],
  [{ sourceTimezone: 'UTC', timezone: 'Asia/Kolkata', shiftGap: '1h' }, 'compute'],
  [{ dateOrder: 'dmy' }, 'read'],
  [{}, 'read'],
];

it.each(inTurn.map(([options, again]) => [JSON.stringify(options), options, again] as const))(
  'a session gives the report of %s as if it were the first',
  async (_, options, again) => {
    steps.length = 0;
    const report = await session(parseOptions(options));
    const alone = await freshReport(options);
    expect(report.tables).toEqual(alone.tables);
    expect(report.comparison).toEqual(alone.comparison);
    expect({ ...report.data_quality, rejected_examples: [] }).toEqual({
      ...alone.data_quality,
      rejected_examples: [],
    });
    const did = steps.some((step) => step.startsWith('Reading'))
      ? 'read'
      : steps.some((step) => step.startsWith('Sorting'))
        ? 'sort'
        : 'compute';
    expect(did).toBe(again);
  },
);

/** For each option that a report can change, other values than its default. */
const changed: ReportOptionsSpec[] = [
  { period: 'day' },
  { period: 'month' },
  { weekStart: 'sunday' },
  { from: '2026-02-05' },
  { to: '2026-02-10' },
  { businessHours: 'mon-fri 22:00-06:00' },
  { holidays: '2026-02-03' },
  { bots: ['Nobody'] },
  { csatScale: '1-4', csatSatisfied: 3 },
  { csatSatisfied: 5 },
  { timeoutReasons: ['Completed'] },
  { responseTarget: '5s' },
  { shiftGap: '1h' },
  { smallN: 50 },
  { compare: 'previous' },
  { created: '2026-03-01' },
  { weekday: 'monday' },
  { halfHour: '10:00' },
];

it('a session computes nothing else anew for business hours than what agents were rated in and out of them', async () => {
  await session(parseOptions({ businessHours: '9:00-17:00' }));
  steps.length = 0;
  await session(parseOptions({ businessHours: '9:00-18:00' }));
  const computed = steps.filter((step) => step.includes('measures') || step.includes('shifts'));
  expect(computed).toEqual(['Computing agent hours measures']);
});

/** All of a report but what differs between two files of the same rows. */
function comparable({ source, data_quality, tables, comparison }: Report): unknown {
  const { warnings, rejected_examples, ...quality } = data_quality;
  const counts = warnings.map(({ kind, rows }) => [kind, rows, rejected_examples.length]);
  return { source: { ...source, files: [], timezone_rules: '' }, quality, counts, tables, comparison };
}

it.each(
  changed.map(
    (options, at) => [JSON.stringify(options), options, changed[(at + 7) % changed.length]] as const,
  ),
)(
  'a session gives each report as if it were the first, with %s after nothing, beside another option, and taken back',
  async (_, options, other) => {
    await session(parseOptions());
    for (const asked of isLong ? [options, { ...options, ...other }, other] : [options]) {
      const report = comparable(await session(parseOptions(asked)));
      expect(report).toEqual(comparable(await freshReport(asked)));
    }
  },
);

it('a session keeps nothing of the range that a report was compared with', async () => {
  const range = { from: '2026-02-03', to: '2026-02-06' };
  await session(parseOptions(range));
  await session(parseOptions({ ...range, compare: 'previous' }));
  const hours = { ...range, businessHours: 'mon-fri 9:00-12:00' };
  expect((await session(parseOptions(hours))).tables).toEqual((await freshReport(hours)).tables);
});

it('a session goes on after options that give no report', async () => {
  await expect(session(parseOptions({ agent: ['Nobody'] }))).rejects.toThrow('there is no agent "Nobody"');
  await expect(session(parseOptions({ from: '2030-01-01' }))).rejects.toThrow('No chat starts in the range');
  expect((await session(parseOptions())).tables).toEqual((await freshReport()).tables);
});
