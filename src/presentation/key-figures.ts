import { catalog } from '../metrics/catalog.js';
import type { Unit } from '../metrics/metric.js';
import { meaningOf, wordingOf, type Wording } from '../metrics/wording.js';
import type { Report, Row, Value } from '../report/report.js';
import { changeBasis, periodSides, type Side } from './change-basis.js';
import { changeOf, figureInWords, type Change } from './figures.js';

/** One key figure of a report. */
export interface KeyFigure {
  /** Name of the metric. */
  id: string;
  label: string;
  /** What it measures, as the catalog says. */
  meaning: string;
  unit: Unit;
  /** Over the whole range; null where nothing can be measured. */
  value: Value;
  /** One line that says how to read it. */
  detail: string;
  /** Between the two sides of the report's `changeBasis`; null where it cannot be told. */
  change: Change | null;
  /** Which way is good; null: neither. */
  better: 'higher' | 'lower' | null;
  /** Name of the key figure without which this one flatters, or says too little: both are told together. */
  twin: string | null;
  /** The figure of each period, in order. */
  series: (number | null)[];
}

interface Kind {
  id: string;
  side: 'chats' | 'agents' | 'activity';
  label: string;
  unit: Unit;
  better: KeyFigure['better'];
  twin?: string;
  detail: (row: Row, target: string) => string;
}

const count = (value: Value | undefined) => figureInWords('count', value);
const rate = (value: Value | undefined) => figureInWords('rate', value);
const score = (value: Value | undefined) => figureInWords('score', value);

const kinds: readonly Kind[] = [
  {
    id: 'incoming_chats',
    side: 'chats',
    label: 'Incoming chats',
    unit: 'count',
    better: null,
    detail: (row) => `${count(row['open_chats'])} still open`,
  },
  {
    id: 'unique_users',
    side: 'chats',
    label: 'Unique users',
    unit: 'count',
    better: null,
    detail: (row) => `${count(row['returning_users'])} with more than one chat`,
  },
  {
    id: 'bot_deflection_rate',
    side: 'chats',
    label: 'Bot deflection',
    unit: 'rate',
    better: 'higher',
    twin: 'bot_resolution_rate',
    detail: (row) => `${count(row['closed_by_bot'])} chats closed by a bot`,
  },
  {
    id: 'bot_resolution_rate',
    side: 'chats',
    label: 'Bot deflection without time-outs',
    unit: 'rate',
    better: 'higher',
    twin: 'bot_deflection_rate',
    detail: () => 'never assigned, not timed out',
  },
  {
    id: 'csat_satisfied_rate',
    side: 'agents',
    label: 'Agent CSAT',
    unit: 'rate',
    better: 'higher',
    detail: (row) => `mean ${score(row['csat_avg'])}, n = ${count(row['csat_rated_chats'])}`,
  },
  {
    id: 'first_response_avg_seconds',
    side: 'agents',
    label: 'Avg first response (seconds)',
    unit: 'seconds',
    better: 'lower',
    detail: (row, target) => `${rate(row['first_response_within_target_rate'])} of answered within ${target}`,
  },
  {
    id: 'resolution_avg_seconds',
    side: 'agents',
    label: 'Avg resolution (seconds)',
    unit: 'seconds',
    better: 'lower',
    detail: (row) => `median ${figureInWords('seconds', row['resolution_median_seconds'])}`,
  },
  {
    id: 'occupancy_rate',
    side: 'activity',
    label: 'Occupancy of agents',
    unit: 'rate',
    better: null,
    detail: (row) => `${score(row['concurrency'])} chats at the same time`,
  },
];

/** The key figures of a report, in the order in which they are shown. */
export function keyFigures(report: Report): KeyFigure[] {
  const overall = overallSide(report);
  const basis = changeBasis(report);
  const periods = periodSides(report);
  const wording = wordingOf(report.options);
  const target = inShort(wording['response_target'] ?? '');
  const valueIn = ({ id, side }: Kind, of: Side | undefined) => of?.[side][id] ?? null;
  return kinds.map((kind) => {
    const value = valueIn(kind, overall);
    const { id, label, unit, better } = kind;
    return {
      id,
      label,
      meaning: meaningIn(kind, wording),
      unit,
      better,
      twin: kind.twin ?? null,
      value,
      detail: value === null ? 'nothing to measure' : kind.detail(overall[kind.side], target),
      change: changeOf(unit, valueIn(kind, basis?.current), valueIn(kind, basis?.previous)),
      series: periods.map((period) => numberOr(valueIn(kind, period))),
    };
  });
}

const tables = { chats: 'chat_metrics', agents: 'agent_metrics', activity: 'agent_activity' } as const;

function meaningIn({ id, side }: Kind, wording: Wording): string {
  const metric = catalog[tables[side]].columns.find((column) => column.id === id);
  return metric ? meaningOf(metric, wording) : '';
}

/** `1 minute 30 seconds` -> `1 min 30 s`, for a line of a tile. */
const inShort = (duration: string): string =>
  duration
    .replace(/ hours?/, ' h')
    .replace(/ minutes?/, ' min')
    .replace(/ seconds?/, ' s');

const numberOr = (value: Value) => (typeof value === 'number' ? value : null);

function overallSide({ tables }: Report): Side {
  const over = (rows: Row[], column: string): Row => rows.find((row) => row[column] === null) ?? {};
  return {
    label: 'Overall',
    chats: over(tables.chat_metrics, 'period_start'),
    agents: over(tables.agent_metrics, 'agent'),
    activity: over(tables.agent_activity, 'agent'),
  };
}
