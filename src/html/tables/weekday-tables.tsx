import { catalog } from '../../metrics/catalog.js';
import { halfHourRange, weekdays } from '../../presentation/half-hours.js';
import type { Report } from '../../report/report.js';
import { valueInWords } from '../../presentation/values.js';
import { DataTable } from './data-table.js';

/** The figures of weekdays and half hours: one table for each, half hours down and weekdays across. */
export function WeekdayTables({ report }: { report: Report }) {
  const rows = report.tables.weekday_half_hourly_chats;
  const halfHours = [...new Set(rows.map((row) => String(row['half_hour'])))];
  const at = new Map(rows.map((row) => [`${String(row['weekday'])} ${String(row['half_hour'])}`, row]));
  const { columns, leading, whenEmpty } = catalog.weekday_half_hourly_chats;
  const metrics = columns.slice(leading);
  return (
    <>
      {metrics.map((metric) => (
        <details key={metric.id}>
          <summary>{`${metric.label} by weekday and half hour: show the table`}</summary>
          <DataTable
            id={`table-week-${metric.id}`}
            caption={`${metric.label} by weekday and half hour`}
            columns={[{ heading: 'Half Hour', isShort: true }, ...weekdays.map((heading) => ({ heading }))]}
            rows={halfHours.map((halfHour) => ({
              head: halfHourRange(halfHour),
              cells: weekdays.map((_, index) => ({
                content: valueInWords(metric, at.get(`${String(index + 1)} ${halfHour}`)?.[metric.id]),
              })),
            }))}
            whenEmpty={whenEmpty}
          />
        </details>
      ))}
    </>
  );
}
