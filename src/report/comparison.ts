import { catalog, overallRow } from '../metrics/catalog.js';
import { agentRows } from '../metrics/compute.js';
import type { Metric, Unit } from '../metrics/metric.js';
import chatMetrics from '../metrics/chat_metrics.sql?raw';
import type { Sql } from '../engines/engine.js';
import { mention } from '../options/mention.js';
import { nameKey } from '../options/names.js';
import type { ReportOptions } from '../options/options.js';
import { buildChats } from './build-chats.js';
import { addDays, addMonths, daysBetween } from './periods.js';
import { elapsedDays, lengthInWords, type ReportRange } from './range.js';
import { insertRange } from './relations.js';
import type { ComparedFigure, Comparison, Report, Row } from './report.js';

/** The overall row of the chat metrics and the rows of the agent metrics of a range. */
interface RangeFigures {
  chats: Row;
  agents: Row[];
}

/** The other range of a report, and its figures. */
export interface OtherRange {
  range: ReportRange;
  figures: RangeFigures;
  /** Chats that start in it, before the filters. */
  chatsInRange: number;
  /** Why its counts are not to be compared with those of the report's own range. */
  unevenNotes: string[];
}

/**
 * Computes the figures of the range that a report is compared with. Leaves that range's relations behind: the report's own
 * range is built after it.
 * @returns null where nothing is to be compared.
 */
export async function otherRange(
  engine: Sql,
  options: ReportOptions,
  range: ReportRange,
): Promise<OtherRange | null> {
  if (options.compare === null) return null;
  const other = rangeToCompare(options.compare, range);
  await insertRange(engine, other, options);
  await buildChats(engine);
  const chats = overallOf(await engine.query(chatMetrics));
  const unevenNotes = [
    ...unequalNotes(range, other, options.weekday),
    ...shortNotes(await spanOfFiles(engine), range, other),
  ];
  const chatsInRange = await chatsBeforeFilters(engine);
  return { range: other, chatsInRange, unevenNotes, figures: { chats, agents: await agentRows(engine) } };
}

async function chatsBeforeFilters(engine: Sql): Promise<number> {
  const [row] = await engine.query('select coalesce(sum(chats), 0) as chats from spellings');
  return Number(row?.['chats']);
}

/** The days of the first and the last chat of the files. */
interface Span {
  first: string;
  last: string;
}

async function spanOfFiles(engine: Sql): Promise<Span> {
  const [row] = await engine.query(
    'select min(first_at) as first_at, max(last_at) as last_at from kept_days',
  );
  const day = (moment: unknown) => String(moment).slice(0, 10);
  return { first: day(row?.['first_at']), last: day(row?.['last_at']) };
}

/** The range just before: as many calendar months where the range is whole months, else as many days. */
function rangeToCompare(compare: NonNullable<ReportOptions['compare']>, range: ReportRange): ReportRange {
  const days = compare === 'previous' ? previousDays(range) : compare;
  const moments = { firstMoment: `${days.from} 00:00:00`, endMoment: `${days.to} 00:00:00` };
  return { ...days, ...moments, averaged: moments, edges: [] };
}

function previousDays({ from, to }: ReportRange): { from: string; to: string } {
  const isWholeMonths = from.endsWith('-01') && to.endsWith('-01');
  const months = 12 * (year(to) - year(from)) + month(to) - month(from);
  return { from: isWholeMonths ? addMonths(from, -months) : addDays(from, -daysBetween(from, to)), to: from };
}

const year = (day: string) => Number(day.slice(0, 4));
const month = (day: string) => Number(day.slice(5, 7));

/** The figures of a report's own range. */
export function ownFigures(tables: Report['tables']): RangeFigures {
  return { chats: overallOf(tables.chat_metrics), agents: tables.agent_metrics };
}

const overallOf = (rows: Row[]): Row => overallRow('chat_metrics', rows) ?? {};

/** What a reader should know about a comparison. */
export function comparisonNotes(other: OtherRange | null): string[] {
  if (other === null) return [];
  if (other.chatsInRange === 0) return [emptyNote(other.range)];
  if (Number(other.figures.chats['incoming_chats'] ?? 0) === 0) return [filteredNote(other)];
  return other.unevenNotes;
}

const filteredNote = ({ range: { from, to }, chatsInRange }: OtherRange): string =>
  `Compared with ${from} up to ${to}, but the filters leave no chat of that range (${chatsInRange.toLocaleString('en')} without them).`;

type Days = Pick<ReportRange, 'from' | 'to'>;

const emptyNote = ({ from, to }: Days): string =>
  `Compared with ${from} up to ${to}, but no chat of the files starts in that range. Name the range of the report with ${mention('from')} and ${mention('to')}, or another one with ${mention('compare', 'FROM..TO')}.`;

/** One range is longer by the clock, or has more of the days of the week that alone are asked for. */
function unequalNotes(own: ReportRange, other: ReportRange, weekdays: readonly number[]): string[] {
  const told = (days: readonly number[], subject: string): string[] => {
    const [length, otherLength] = [elapsedDays(own, days), elapsedDays(other, days)];
    if (length === otherLength) return [];
    return [
      `${subject} has ${lengthInWords(length)}, the one from ${other.from} up to ${other.to} that it is compared with ${lengthInWords(otherLength)}: compare rates and averages, not counts.`,
    ];
  };
  const unequal = told([], 'The range');
  return unequal.length > 0
    ? unequal
    : told(weekdays, 'Of the days of the week that are asked for, the range');
}

/** Ranges that reach over days before or after all chats of the files. */
function shortNotes({ first, last }: Span, ...ranges: Days[]): string[] {
  return ranges.flatMap(({ from, to }) => {
    const edges = [
      ...(first > from ? [`before ${first}`] : []),
      ...(addDays(last, 1) < to ? [`after ${last}`] : []),
    ];
    if (edges.length === 0) return [];
    return [
      `One of the compared ranges is ${from} up to ${to}, but no chat of the files starts ${edges.join(' or ')}: compare rates and averages, not counts.`,
    ];
  });
}

/** Sets the figures of a report beside those of the other range. */
export function comparisonOf(other: OtherRange, own: RangeFigures): Comparison {
  const { from, to } = other.range;
  const agents = pairedAgents(own.agents, other.figures.agents);
  return {
    range_from: from,
    range_to: to,
    days: daysBetween(from, to),
    are_counts_comparable: other.unevenNotes.length === 0,
    chats: Number(other.figures.chats['incoming_chats'] ?? 0),
    figures: [
      ...figures('chat_metrics', null, own.chats, other.figures.chats),
      ...agents.flatMap(([agent, row, before]) => figures('agent_metrics', agent, row, before)),
    ],
  };
}

/** All agents, the agents of the report in its order, then those that only the other range has. */
function pairedAgents(own: Row[], other: Row[]): [agent: string | null, own: Row, other: Row][] {
  const before = new Map(other.map((row) => [agentKey(row), row]));
  const now = new Set(own.map(agentKey));
  return [
    ...own.map((row): [string | null, Row, Row] => [
      agentOf(row),
      row,
      before.get(agentKey(row)) ?? noChats(row),
    ]),
    ...other
      .filter((row) => !now.has(agentKey(row)))
      .map((row): [string | null, Row, Row] => [agentOf(row), noChats(row), row]),
  ];
}

const agentOf = (row: Row) => (row['agent'] === null ? null : String(row['agent']));
const agentKey = (row: Row) => {
  const agent = agentOf(row);
  return agent === null ? null : nameKey(agent);
};

/** What an agent has in a range without chats: 0 in every count that the files can give, and nothing else to measure. */
function noChats(like: Row): Row {
  const counts = catalog.agent_metrics.columns.filter(({ unit }) => unit === 'count');
  return Object.fromEntries(counts.map(({ id }) => [id, typeof like[id] === 'number' ? 0 : null]));
}

const compared: ReadonlySet<Unit> = new Set<Unit>(['count', 'rate', 'seconds', 'score', 'number']);

function figures(
  table: ComparedFigure['table'],
  agent: string | null,
  own: Row,
  other: Row,
): ComparedFigure[] {
  return catalog[table].columns
    .filter(({ unit }) => compared.has(unit))
    .map((metric) => ({
      table,
      agent,
      metric: metric.id,
      ...differenceOf(metric, numberOf(own, metric), numberOf(other, metric)),
    }));
}

const numberOf = (row: Row, { id }: Metric): number | null => (typeof row[id] === 'number' ? row[id] : null);

function differenceOf({ unit }: Metric, value: number | null, other: number | null) {
  const difference = value === null || other === null ? null : value - other;
  const isRelative = unit !== 'rate' && unit !== 'score' && other !== 0;
  return {
    value,
    other_value: other,
    difference,
    change_rate: difference === null || other === null || !isRelative ? null : difference / other,
  };
}
