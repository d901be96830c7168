import type { Report, Row } from '../../src/index.js';
import { tableIds } from '../../src/metrics/catalog.js';

/** What must hold in any report whatever its chats are; gives what does not, as lines to print. */
export function brokenInvariants({ tables, data_quality: quality }: Report): string[] {
  const [overall = {}, ...periods] = tables.chat_metrics;
  const incoming = number(overall, 'incoming_chats');
  const total = (rows: readonly Row[], column: string): number =>
    rows.reduce((sum, row) => sum + number(row, column), 0);
  const accounted =
    quality.rows_used + quality.rows_rejected + quality.rows_duplicate + quality.rows_out_of_range;
  return [
    ...same('rows_read', quality.rows_read, accounted + quality.rows_filtered_out),
    ...same(
      'duplicates',
      quality.rows_duplicate,
      quality.rows_duplicate_equal + quality.rows_duplicate_differing,
    ),
    ...same('rejected by reason', quality.rows_rejected, sumOf(quality.rejected_by_reason)),
    ...same('incoming_chats', quality.rows_used, incoming),
    ...same('chats of the periods', incoming, total(periods, 'incoming_chats')),
    ...same('half-hourly chats', incoming, total(tables.half_hourly_chats, 'chats')),
    ...same('weekday half-hourly chats', incoming, total(tables.weekday_half_hourly_chats, 'chats')),
    ...same('half hours', 48, tables.half_hourly_chats.length),
    ...same('half hours of the week', 336, tables.weekday_half_hourly_chats.length),
    ...(tables.closing_reasons.length > 0
      ? same('chats of the reasons', incoming, total(tables.closing_reasons, 'chats'))
      : []),
    ...same(
      'chats of the agents',
      number(overall, 'closed_by_agents'),
      total(tables.agent_metrics.slice(1), 'chats_resolved'),
    ),
    ...tables.chat_metrics.flatMap((row) =>
      same(
        `chats of ${String(row['period_label'])}`,
        number(row, 'incoming_chats'),
        number(row, 'closed_by_bot') + number(row, 'closed_by_agents') + number(row, 'open_chats'),
      ),
    ),
    ...[...tables.agent_metrics, ...tables.agent_metrics_by_period]
      .filter((row) => row['unanswered_chats'] !== null)
      .flatMap((row) =>
        same(
          `answered and unanswered chats of ${String(row['agent'])}`,
          number(row, 'chats_resolved'),
          number(row, 'first_response_chats') + number(row, 'unanswered_chats'),
        ),
      ),
    ...tableIds.flatMap((id) => tables[id].flatMap((row) => oddCells(id, row))),
  ];
}

function sumOf(parts: readonly { rows: number }[]): number {
  return parts.reduce((sum, { rows }) => sum + rows, 0);
}

function number(row: Row, column: string): number {
  return Number(row[column]);
}

function same(what: string, expected: number, actual: number): string[] {
  return expected === actual ? [] : [`${what}: ${String(actual)} instead of ${String(expected)}`];
}

/** Rates outside 0 to 1 (a change may be anything from -1), negative amounts, and what JSON cannot hold. */
function oddCells(table: string, row: Row): string[] {
  return Object.entries(row)
    .filter(([column, value]) => isOdd(column, value))
    .map(([column, value]) => `${table}.${column} is ${String(value)}`);
}

function isOdd(column: string, value: Row[string] | undefined): boolean {
  if (value === undefined || (typeof value === 'number' && !Number.isFinite(value))) return true;
  if (typeof value !== 'number')
    return typeof value === 'string' && /^(NaN|-?Infinity|undefined)$/.test(value);
  if (column === 'incoming_change_rate') return value < -1;
  return /_rate(_bot)?$/.test(column) ? value < 0 || value > 1 : /^(?!csat_avg)/.test(column) && value < 0;
}
