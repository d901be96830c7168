import type { Report } from '../../src/index.js';
import { tableIds } from '../../src/metrics/catalog.js';
import type { Cell, RefTables, Row } from '../reference/types.js';

/** Numbers agree to 9 digits, counts and all else exactly. */
function sameCell(expected: Cell | undefined, actual: Cell | undefined): boolean {
  if (typeof expected !== 'number' || typeof actual !== 'number') return expected === actual;
  if (Number.isInteger(expected)) return Math.abs(expected - actual) <= 1e-9;
  return Math.abs(expected - actual) <= 1e-9 * Math.max(1, Math.abs(expected));
}

function rowDifferences(place: string, expected: Row, actual: Row): string[] {
  const columns = new Set([...Object.keys(expected), ...Object.keys(actual)]);
  return [...columns]
    .filter((column) => !sameCell(expected[column], actual[column]))
    .map((column) => `${place} ${column}: ${String(actual[column])} instead of ${String(expected[column])}`);
}

function tableDifferences(table: string, expected: Row[], actual: readonly Row[]): string[] {
  if (expected.length !== actual.length)
    return [`${table}: ${actual.length} rows instead of ${expected.length}`];
  return expected.flatMap((row, index) =>
    rowDifferences(
      `${table}[${index}] ${JSON.stringify(Object.values(row).slice(0, 2))}`,
      row,
      actual[index] ?? {},
    ),
  );
}

function qualityDifferences(expected: RefTables['data_quality'], actual: Report['data_quality']): string[] {
  const kinds = Object.fromEntries(actual.warnings.map(({ kind, rows }) => [kind, rows]));
  const counted = Object.fromEntries(Object.entries(expected.warnings).filter(([, rows]) => rows > 0));
  const { rows_read, rows_used, rows_rejected, rows_duplicate, rows_out_of_range, rows_filtered_out } =
    expected;
  const wanted = {
    rows_read,
    rows_used,
    rows_rejected,
    rows_duplicate,
    rows_out_of_range,
    rows_filtered_out,
  };
  return [
    ...rowDifferences('data_quality', wanted, { ...pick(actual, Object.keys(wanted)) }),
    ...rowDifferences('warnings', counted, kinds),
  ];
}

function pick(from: object, names: readonly string[]): Row {
  return Object.fromEntries<Row[string]>(Object.entries(from).filter(([name]) => names.includes(name)));
}

/** The days of a report add up to its rows over everything; below 30 chats there are none. */
function dayDifferences(
  { chat_metrics: [chats], agent_metrics: [agents] }: RefTables,
  { days }: Report,
): string[] {
  if (Number(chats?.['incoming_chats'] ?? 0) < 30) return days.length === 0 ? [] : ['days of few chats'];
  const total = (of: keyof Report['days'][number]) => days.reduce((sum, day) => sum + Number(day[of]), 0);
  const number = (row: Row | undefined, column: string) => Number(row?.[column] ?? 0);
  const rated = number(agents, 'csat_rated_chats');
  const answered = number(agents, 'first_response_chats');
  const ratedBot = number(chats, 'csat_rated_chats_bot');
  const expected: Row = {
    chats: number(chats, 'incoming_chats'),
    closed_by_bot: number(chats, 'closed_by_bot'),
    closed_by_agents: number(chats, 'closed_by_agents'),
    rated_bot: ratedBot,
    satisfied_bot: Math.round(number(chats, 'csat_satisfied_rate_bot') * ratedBot),
    rated_chats: rated,
    satisfied_chats: Math.round(number(agents, 'csat_satisfied_rate') * rated),
    rating: number(agents, 'csat_avg') * rated,
    first_response_chats: answered,
    within_target_chats: Math.round(number(agents, 'first_response_within_target_rate') * answered),
    resolution_chats: number(agents, 'resolution_chats'),
    resolution_seconds: Math.round(
      number(agents, 'resolution_avg_seconds') * number(agents, 'resolution_chats'),
    ),
    wait_chats: number(agents, 'wait_chats'),
    wait_seconds: Math.round(number(agents, 'wait_avg_seconds') * number(agents, 'wait_chats')),
  };
  const actual = Object.keys(expected).map((name) => [name, total(name as keyof (typeof days)[number])]);
  return rowDifferences('days', expected, Object.fromEntries(actual));
}

/** Every cell, row and order in which a report differs from the reference, as lines to print. */
export function differences(expected: RefTables, report: Report): string[] {
  return [
    ...tableIds.flatMap((table) => tableDifferences(table, expected[table], report.tables[table])),
    ...qualityDifferences(expected.data_quality, report.data_quality),
    ...dayDifferences(expected, report),
  ];
}
