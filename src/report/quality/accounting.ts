import type { DataQuality, Report, Row } from '../report.js';

/** A report whose counts do not add up: a fault of ours, whatever the file. Its `code` is the sum that is wrong, and holds counts alone. */
export class AccountingError extends Error {
  override readonly name = 'AccountingError';

  constructor(readonly code: string) {
    super(`The counts of the report do not add up: ${code}`);
  }
}

/**
 * Checks that every row and every chat is accounted for.
 * @throws AccountingError where one is not.
 */
export function checkAccounting({
  tables,
  data_quality: quality,
}: Pick<Report, 'tables' | 'data_quality'>): void {
  checkSum('rows_read', quality.rows_read, partsOf(quality));
  const { rows_duplicate_equal, rows_duplicate_differing } = quality;
  checkSum('rows_duplicate', quality.rows_duplicate, { rows_duplicate_equal, rows_duplicate_differing });
  const [overall] = tables.chat_metrics;
  if (overall) checkSum('rows_used', quality.rows_used, pick(overall, ['incoming_chats']));
  for (const row of tables.chat_metrics)
    checkSum(
      'incoming_chats',
      Number(row['incoming_chats']),
      pick(row, ['closed_by_bot', 'closed_by_agents', 'open_chats']),
    );
}

function partsOf({
  rows_used,
  rows_rejected,
  rows_duplicate,
  rows_out_of_range,
  rows_filtered_out,
}: DataQuality) {
  return { rows_used, rows_rejected, rows_duplicate, rows_out_of_range, rows_filtered_out };
}

function pick(row: Row, columns: readonly string[]): Record<string, number> {
  return Object.fromEntries(columns.map((column) => [column, Number(row[column])]));
}

function checkSum(name: string, whole: number, parts: Readonly<Record<string, number>>): void {
  const sum = Object.values(parts).reduce((one, other) => one + other, 0);
  if (sum === whole) return;
  const shown = Object.entries(parts).map(([part, rows]) => `${part} ${String(rows)}`);
  throw new AccountingError(`${name} ${String(whole)} = ${shown.join(' + ')}`);
}
