import type { Row, Value } from '../../report/report.js';
import type { Kind } from '../styles.js';
import type { Cell, Sheet } from '../workbook.js';
import type { Context } from './context.js';

/** One key figure: what it is, its number, and a line that says how to read it. */
export interface Tile {
  label: string;
  value: Value;
  kind: Kind;
  detail: string;
}

/** The key figures of a report; what cannot be measured has a dash. */
export function keyFigures({ report, wording }: Context): Tile[] {
  const chats = report.tables.chat_metrics.find((row) => row['period_start'] === null) ?? {};
  const agents = report.tables.agent_metrics.find((row) => row['agent'] === null) ?? {};
  const activity = report.tables.agent_activity.find((row) => row['agent'] === null) ?? {};
  const target = wording['response_target'] ?? '';
  return [
    tile(chats, 'incoming_chats', 'Incoming chats', 'count', `${count(chats['open_chats'])} still open`),
    tile(
      chats,
      'unique_users',
      'Unique users',
      'count',
      `${count(chats['returning_users'])} with more than one chat`,
    ),
    tile(
      chats,
      'bot_deflection_rate',
      'Bot deflection',
      'rate',
      `${count(chats['closed_by_bot'])} chats closed by a bot`,
    ),
    tile(
      chats,
      'bot_resolution_rate',
      'Bot deflection without time-outs',
      'rate',
      'never assigned, not timed out',
    ),
    tile(
      agents,
      'csat_satisfied_rate',
      'Agent CSAT',
      'rate',
      `mean ${fixed(agents['csat_avg'], 2)}, n = ${count(agents['csat_rated_chats'])}`,
    ),
    tile(
      agents,
      'first_response_avg_seconds',
      'Avg first response (seconds)',
      'seconds',
      `${percent(agents['first_response_within_target_rate'])} within ${target}`,
    ),
    tile(
      agents,
      'resolution_avg_seconds',
      'Avg resolution (seconds)',
      'seconds',
      `median ${fixed(agents['resolution_median_seconds'], 1)}`,
    ),
    tile(
      activity,
      'occupancy_rate',
      'Occupancy of agents',
      'rate',
      `${fixed(activity['concurrency'], 2)} chats at the same time`,
    ),
  ];
}

function tile(row: Row, id: string, label: string, kind: Kind, detail: string): Tile {
  const value = row[id] ?? null;
  return { label, value, kind, detail: value === null ? 'nothing to measure' : detail };
}

const count = (value: Value | undefined) => String(value ?? 0).replace(/\B(?=(\d{3})+$)/g, ',');
const fixed = (value: Value | undefined, digits: number) =>
  typeof value === 'number' ? value.toFixed(digits) : '-';
const percent = (value: Value | undefined) =>
  typeof value === 'number' ? `${(value * 100).toFixed(1)}%` : '-';

/** Draws a tile of four rows: label, number over two rows, detail. */
export function addTile(
  sheet: Sheet,
  { label, value, kind, detail }: Tile,
  place: { row: number; column: number; toColumn: number },
): void {
  const { row, column, toColumn } = place;
  const left: Cell[] = [
    { row, column, value: label, style: 'tile.label' },
    { row: row + 1, column, value: value ?? '–', style: `tile.${kind}` },
    { row: row + 2, column, value: null, style: `tile.${kind}` },
    { row: row + 3, column, value: detail, style: 'tile.detail' },
  ];
  sheet.cells.push(...left);
  for (let line = row; line < row + 4; line++) {
    for (let across = column + 1; across <= toColumn; across++) {
      sheet.cells.push({ row: line, column: across, value: null, style: 'tile.fill' });
    }
  }
  sheet.merges.push({ row: row + 1, column, toRow: row + 2, toColumn });
}
