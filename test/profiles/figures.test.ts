import { describe, expect, it } from 'vitest';
import { generateReport, type Report, type ReportOptionsSpec } from '../../src/index.js';
import { expectGolden } from '../golden/golden-file.js';
import { brokenInvariants } from '../golden/invariants.js';
import { readable } from '../golden/readable.js';
import { shapes } from './examples.js';
import { expected, expectedHalfHours, type Expected, type Telling } from './expected.js';
import { tellings } from './tellings.js';

const names = shapes.map(({ profile }) => profile);

function tellingOf(profile: string): Telling {
  const telling = tellings[profile];
  if (!telling) throw new Error(`It is not said what ${profile} can tell.`);
  return telling;
}

const made = new Map<string, Promise<Report>>();

/** The report of an example; made once for the same options. */
function reportOf(profile: string, options: ReportOptionsSpec = {}): Promise<Report> {
  const key = JSON.stringify([profile, options]);
  const report =
    made.get(key) ?? generateReport({ files: `test/profiles/examples/${profile}.csv`, ...options });
  made.set(key, report);
  return report;
}

/** In UTC, whatever zone the file is in: one that does not say is written in UTC. */
async function reportInUtc(profile: string): Promise<Report> {
  const inUtc = await reportOf(profile);
  const isZoned = inUtc.source.timezone !== null;
  return reportOf(profile, isZoned ? { timezone: 'UTC' } : { sourceTimezone: 'UTC', timezone: 'UTC' });
}

function figures({ tables }: Report): Expected {
  const row = { ...tables.agent_metrics[0], ...tables.chat_metrics[0] } as unknown as Expected;
  const resolved = tables.agent_metrics.slice(1).map((agent) => Number(agent['chats_resolved']));
  const keys = Object.keys(expected(tellingOf('verloop'))) as (keyof Expected)[];
  const found = Object.fromEntries(keys.map((key) => [key, row[key]])) as unknown as Expected;
  return { ...found, chats_resolved: resolved.sort((a, b) => b - a) };
}

/** Means may differ in their last digits, as sums in another order do. */
function rounded(one: Expected): unknown {
  return JSON.parse(JSON.stringify(one), (_, value) =>
    typeof value === 'number' ? Number(value.toFixed(6)) : value,
  );
}

/** LiveChat writes no queue for a chat that did not wait: it is left out of the waits. */
function withoutUnqueued(one: Expected): Expected {
  return { ...one, handle_avg_seconds: null, wait_avg_seconds: null };
}

describe('the story that a platform tells gives the figures of the story', () => {
  it.each(names)('%s', async (profile) => {
    const report = await reportInUtc(profile);
    const [found, wanted] = [figures(report), expected(tellingOf(profile))];
    const skips = profile === 'livechat' ? withoutUnqueued : (one: Expected) => one;
    expect(rounded(skips(found))).toEqual(rounded(skips(wanted)));
    expect(brokenInvariants(report)).toEqual([]);
  });

  it('livechat: a wait of no seconds is no wait', async () => {
    const [all] = (await reportInUtc('livechat')).tables.agent_metrics;
    expect(all).toMatchObject({ chats_resolved: 20, wait_chats: 19, wait_avg_seconds: (37.15 * 20) / 19 });
  });
});

describe('chats start in the half hours of the story, in UTC', () => {
  it.each(names)('%s', async (profile) => {
    const { tables } = await reportInUtc(profile);
    const found = tables.half_hourly_chats
      .filter(({ chats }) => Number(chats) > 0)
      .map(({ half_hour, chats }) => [half_hour, chats]);
    expect(Object.fromEntries(found)).toEqual(expectedHalfHours(tellingOf(profile)));
  });
});

describe('a zone in the heading of a date holds for its column', () => {
  it.each(['livechat', 'intercom'])('%s: over the night when the clocks go forward', async (profile) => {
    const { source, tables } = await reportOf(profile, { from: '2021-03-14', to: '2021-03-15' });
    expect(source.timezone).toBe('America/New_York');
    const hours = tables.half_hourly_chats.filter(({ chats }) => Number(chats) > 0);
    expect(hours.map(({ half_hour, chats }) => [half_hour, chats])).toEqual([
      ['01:30', 1],
      ['03:00', 1],
    ]);
    expect(tables.agent_metrics[0]).toMatchObject({ resolution_chats: 1, resolution_avg_seconds: 1800 });
  });
});

describe('the wait for a reply is counted once', () => {
  const both = names.filter((name) => tellingOf(name).tellsAssignment && tellingOf(name).countsFrom !== null);
  const exact = both.filter((name) => !tellingOf(name).wholeMinutes && name !== 'livechat');
  it.each(exact)('%s', async (profile) => {
    const [all] = (await reportInUtc(profile)).tables.agent_metrics;
    expect(all).toMatchObject({ customer_wait_avg_seconds: 67.5 });
  });
});

describe('rows that are no chats, or are there twice, are counted apart:', () => {
  const cases: [profile: string, rejected: number, duplicate: number][] = [
    ['zendesk-chat', 2, 0],
    ['genesys-cloud', 1, 0],
    ['amazon-connect', 1, 1],
    ['verloop', 0, 0],
  ];
  it.each(cases)('%s', async (profile, rejected, duplicate) => {
    const { data_quality } = await reportOf(profile);
    expect(data_quality).toMatchObject({ rows_rejected: rejected, rows_duplicate: duplicate });
  });
});

describe('the report of each example is as it was', () => {
  it.each(names)('%s', async (profile) => {
    expectGolden(`test/profiles/golden/${profile}.json`, readable(await reportOf(profile)));
  });
});
