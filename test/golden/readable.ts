import { jsonText } from '../../src/presentation/report-json.js';
import type { Report, Row } from '../../src/index.js';

/**
 * A report for a person to read and check: without the half hours in which nothing happened, and without versions of
 * programs that are no matter of the report.
 */
export function readable(report: Report): string {
  const { source, tables } = report;
  const text = jsonText({
    ...report,
    source: { ...source, engine: '(engine)', timezone_rules: source.timezone_rules && '(rules)' },
    tables: {
      ...tables,
      half_hourly_chats: tables.half_hourly_chats.filter(hasChats),
      weekday_half_hourly_chats: tables.weekday_half_hourly_chats.filter(hasChats),
    },
  });
  return text.replace(/("version": )"[^"]+"/, '$1"(version)"');
}

function hasChats(row: Row): boolean {
  return Number(row['chats']) > 0 || Number(row['concurrent_chats_avg'] ?? 0) > 0;
}
