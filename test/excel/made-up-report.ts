import { catalog } from '../../src/metrics/catalog.js';
import type { Metric } from '../../src/metrics/metric.js';
import { parseOptions, reportedOptions } from '../../src/options/options.js';
import { comparisonOf, ownFigures } from '../../src/report/comparison.js';
import type { Comparison, Report, Row, Value } from '../../src/report/report.js';
import { added, changing, consistent, shared } from './made-up-identities.js';
import { addDays, periodsOf } from './made-up-periods.js';
import { file, quality, troubledQuality } from './made-up-source.js';

export interface MadeUp {
  agents: string[];
  days: number;
  period?: 'day' | 'week' | 'month';
  chatsPerDay?: number;
  /** Rows, warnings and texts that a hostile file would bring. */
  troubled?: boolean;
  /** Sets it beside another range, in which one agent more worked and the first one did not. */
  compared?: boolean;
}

export const oddNames = ['Asha', '=SUM(A1)', 'Zoë Ångström', '李小龍', 'محمد علي', '#N/A'] as const;

/** A made-up report with figures of every kind; the same arguments give the same report. */
export function madeUpReport({
  agents,
  days,
  period = 'week',
  chatsPerDay = 120,
  troubled = false,
  compared = false,
}: MadeUp): Report {
  const range_from = '2021-02-01';
  const chats = days * chatsPerDay;
  const byAgents = agents.length > 0 ? Math.round(chats * 0.6) : 0;
  const options = reportedOptions(parseOptions({ period }));
  const tables = tablesOf(agents, { range_from, days, period, chats, byAgents });
  return {
    options,
    source: {
      files: troubled ? [file('support & sales <2021>.csv'), file('data_dump.csv')] : [file('data_dump.csv')],
      missing_fields: [],
      range_from,
      range_to: addDays(range_from, days),
      days,
      days_left_out: [],
      first_chat_at: `${range_from} 00:01:02`,
      last_chat_at: `${addDays(range_from, days - 1)} 23:59:59`,
      timezone: null,
      timezone_rules: null,
      engine: 'made up',
    },
    tables,
    days: [],
    comparison: compared ? comparisonWith(tables, [...agents.slice(1), 'Former agent'], days) : null,
    data_quality: troubled ? troubledQuality(chats) : quality(chats),
  };
}

function comparisonWith(tables: Report['tables'], agents: string[], days: number): Comparison {
  const before = tablesOf(agents, {
    range_from: addDays('2021-02-01', -days),
    days,
    period: 'week',
    chats: days * 99,
    byAgents: days * 50,
  });
  const moments = { firstMoment: '', endMoment: '' };
  const range = {
    from: addDays('2021-02-01', -days),
    to: '2021-02-01',
    ...moments,
    averaged: moments,
    edges: [],
  };
  return comparisonOf(
    { range, chatsInRange: days * 99, unevenNotes: [], figures: ownFigures(before) },
    ownFigures(tables),
  );
}

interface Size {
  range_from: string;
  days: number;
  period: 'day' | 'week' | 'month';
  chats: number;
  byAgents: number;
}

function tablesOf(agents: string[], size: Size): Report['tables'] {
  const periods = periodsOf(size.range_from, size.days, size.period);
  const whole = { period_start: null, period_end: null, period_label: null, is_partial: null };
  const perAgent = agents.map((agent) => madeUpRow(catalog.agent_metrics.columns, { agent }));
  const nothing = Object.fromEntries(catalog.agent_metrics.columns.map(({ id }) => [id, null]));
  const all =
    agents.length > 0
      ? madeUpRow(catalog.agent_metrics.columns, { agent: null, chats_resolved: size.byAgents })
      : { ...nothing, chats_resolved: 0 };
  return {
    chat_metrics: [
      madeUpRow(catalog.chat_metrics.columns, {
        ...whole,
        incoming_chats: size.chats,
        incoming_change_rate: null,
      }),
      ...changing(periods.map((one) => madeUpRow(catalog.chat_metrics.columns, { ...one }))),
    ],
    agent_metrics: [all, ...perAgent],
    agent_metrics_by_period: periods.flatMap((one) =>
      agents.length > 0
        ? [null, ...agents].map((agent) =>
            madeUpRow(catalog.agent_metrics_by_period.columns, { ...one, agent }),
          )
        : [],
    ),
    half_hourly_chats: shared(
      halfHours().map((half_hour) => madeUpRow(catalog.half_hourly_chats.columns, { half_hour })),
      size.days,
    ),
    weekday_half_hourly_chats: [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) =>
      halfHours().map((half_hour) =>
        madeUpRow(catalog.weekday_half_hourly_chats.columns, { weekday, half_hour }),
      ),
    ),
    closing_reasons: shared(
      ['Closing inactive room', null, '<b>Resolved</b> & done', '=1+1'].map((closing_reason) =>
        madeUpRow(catalog.closing_reasons.columns, { closing_reason }),
      ),
      size.days,
    ),
    agent_activity: activityOf(agents),
    agent_activity_by_shift: agents.flatMap((agent, index) =>
      periodsOf(size.range_from, size.days, 'day')
        .filter((_, day) => (day + index) % 7 < 5 && (agents.length < 100 || day % 30 === 0))
        .map(({ period_start }) =>
          madeUpRow(catalog.agent_activity_by_shift.columns, { agent, shift_date: period_start }),
        ),
    ),
  };
}

function activityOf(agents: string[]): Row[] {
  if (agents.length === 0) return [];
  const [all, ...rows] = [null, ...agents].map((agent) =>
    madeUpRow(catalog.agent_activity.columns, { agent }),
  );
  return [added(all ?? {}, rows, [...summed]), ...rows];
}

const summed = ['chats', 'active_seconds', 'free_seconds', 'cumulative_seconds', 'shifts'] as const;

function halfHours(): string[] {
  return Array.from(
    { length: 48 },
    (_, index) => `${String(index >> 1).padStart(2, '0')}:${index % 2 ? '30' : '00'}`,
  );
}

/** A row with what is given, and for the rest a value that fits the column and depends on nothing but the row. */
function madeUpRow(columns: readonly Metric[], given: Record<string, Value>): Row {
  const seed = [...JSON.stringify(given)].reduce(
    (hash, character) => (hash * 31 + (character.codePointAt(0) ?? 0)) % 9973,
    7,
  );
  const values = columns.map((metric, index) => [
    metric.id,
    given[metric.id] ?? fresh(metric, seed, index, given),
  ]);
  const known = Object.keys(given)
    .filter((id) => given[id] === null)
    .map((id) => [id, null]);
  return consistent({ ...Object.fromEntries(values), ...Object.fromEntries(known) } as Row);
}

function fresh(
  { id, unit }: Metric,
  seed: number,
  index: number,
  { half_hour }: Record<string, Value>,
): Value {
  const hour = typeof half_hour === 'string' ? Number(half_hour.slice(0, 2)) : 12;
  const part = ((seed * (index + 3)) % 97) / 97;
  const busy = Math.exp(-((hour - 14) ** 2) / 24);
  if (seed % 6 === 0 && id.startsWith('csat_avg')) return null;
  if (unit === 'rate') return id.includes('change') ? part - 0.5 : part;
  if (unit === 'score') return 1 + part * 4;
  if (unit === 'seconds') return part * 1000 + 1 / 3;
  if (unit === 'duration_seconds') return Math.floor(part * 400_000);
  if (unit === 'number') return part * 4 * busy;
  if (unit === 'datetime') return '2021-02-03 09:05:07';
  return Math.floor((0.2 + part) * 300 * busy);
}
