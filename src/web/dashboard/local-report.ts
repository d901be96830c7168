import { localDays, perLocale } from '../../presentation/locale.js';
import { addDays } from '../../report/periods.js';
import type { Report, Row } from '../../report/report.js';

/** A report whose periods are called as the user writes dates. */
export function withLocalPeriods(report: Report): Report {
  const named = (row: Row): Row =>
    row['period_start'] === null || row['period_start'] === undefined
      ? row
      : { ...row, period_label: periodName(String(row['period_start']), String(row['period_end']), report) };
  const { chat_metrics, agent_metrics_by_period } = report.tables;
  return {
    ...report,
    tables: {
      ...report.tables,
      chat_metrics: chat_metrics.map(named),
      agent_metrics_by_period: agent_metrics_by_period.map(named),
    },
  };
}

function periodName(start: string, end: string, { options }: Report): string {
  if (options.period !== 'month') return localDays(start, addDays(end, -1));
  const format = perLocale(
    'month',
    (locale) => new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }),
  );
  return format.format(new Date(`${start}T00:00:00Z`));
}
