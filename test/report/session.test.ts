import { afterAll, beforeAll, expect, it } from 'vitest';
import { fileSource } from '../../src/engines/duckdb/files.js';
import { openDuckDb, sampleCsv, type Engine, type ReportOptionsSpec } from '../../src/index.js';
import { parseOptions } from '../../src/options/options.js';
import { reportSession, type ReportSession } from '../../src/report/generate.js';
import { tempFiles } from '../chats/temp-files.js';

const files = tempFiles();
const csv = [...sampleCsv({ chats: 2000, seed: 3, from: '2026-02-01' })].join('');
const steps: string[] = [];
let engine: Engine;
let session: ReportSession;

beforeAll(async () => {
  engine = await openDuckDb();
  const source = await fileSource(await files.write(csv));
  session = reportSession([source], { engine, isForMany: true, onStep: (step) => steps.push(step) });
});
afterAll(() => engine.close());

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
    const fresh = await files.report(csv, options);
    expect(report.tables).toEqual(fresh.tables);
    expect(report.comparison).toEqual(fresh.comparison);
    expect({ ...report.data_quality, rejected_examples: [] }).toEqual({
      ...fresh.data_quality,
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

it('a session goes on after options that give no report', async () => {
  await expect(session(parseOptions({ agent: ['Nobody'] }))).rejects.toThrow('there is no agent "Nobody"');
  await expect(session(parseOptions({ from: '2030-01-01' }))).rejects.toThrow('No chat starts in the range');
  const fresh = await files.report(csv);
  expect((await session(parseOptions())).tables).toEqual(fresh.tables);
});
