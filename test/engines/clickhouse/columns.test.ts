import { beforeAll, expect, it } from 'vitest';
import type { Report } from '../../../src/index.js';
import { parseOptions, type ReportOptionsSpec } from '../../../src/options/options.js';
import { makeReport } from '../../../src/report/generate.js';
import { readingChoices } from '../../../src/report/reading/choices.js';
import { serverDesk } from './server-desk.js';

const desk = serverDesk();
const start = "toDateTime('2026-02-12 10:00:00', 'UTC') + number * 3600";
const make = (name: string, columns: string, rows: number): Promise<string> =>
  desk.server.run(
    `create table default.${name} engine = MergeTree order by tuple() as select ${columns} from numbers(${String(rows)})`,
  );

beforeAll(async () => {
  await make(
    'named',
    `toString(number) as chat_id, ' Asha ' as \`Agent's (bare)\`, ${start} as \`date\`, ' - ' as closed_by, 'x' as bot_when,
    4 as \`It's trimmed(csat)\``,
    6,
  );
  await make(
    'lasting',
    `toString(number) as id, 'Asha' as closer, ${start} as started, ['0:10', 'inf', 'nan', '1e400', '0:10:00'][1 + number] as lasted,
    [30, 40, 1e12, inf, -1][1 + number] as replied`,
    5,
  );
});

async function reportOf(name: string, options: ReportOptionsSpec): Promise<Report> {
  const { engine, table } = await desk.open();
  const source = await table(name, readingChoices(parseOptions(options)));
  return makeReport([source], parseOptions(options), { engine });
}

it('columns may be called like fields, like functions of the shared SQL, and with an apostrophe', async () => {
  const map = { closed_by: "Agent's (bare)", started_at: 'date', csat_score: "It's trimmed(csat)" };
  const { tables } = await reportOf('named', { map });
  expect(tables.agent_metrics[1]).toMatchObject({ agent: 'Asha', chats_resolved: 6, csat_avg: 4 });
});

it('a duration without end, or longer than all time, is one that cannot be read', async () => {
  const profile = {
    name: 'mine',
    fields: {
      chat_id: { headings: ['id'] },
      closed_by: { headings: ['closer'] },
      started_at: { headings: ['started'] },
      ended_at: { headings: ['lasted'], after: 'started_at' },
      agent_first_response_seconds: { headings: ['replied'] },
    },
  };
  const { tables, data_quality: quality } = await reportOf('lasting', { profile });
  expect(tables.agent_metrics[0]).toMatchObject({
    chats_resolved: 5,
    resolution_chats: 1,
    resolution_avg_seconds: 600,
    first_response_chats: 2,
    first_response_avg_seconds: 35,
  });
  expect(quality.warnings.map(({ kind, rows }) => [kind, rows])).toEqual([
    ['doubtful_clock', 1],
    ['closed_without_ended_at', 1],
    ['negative_duration', 1],
    ['unreadable_duration', 2],
    ['unreadable_ended_at', 3],
  ]);
});
