import { localDays, perLocale } from '../../presentation/locale.js';
import { addDays } from '../../report/periods.js';
import type { Report, Row } from '../../report/report.js';

/** A report whose periods are called as the user writes dates. */
export function withLocalPeriods(report: Report): Report {
  // a period occurs once for each agent, and dates take long to write
  const names = new Map<string, string>();
  const named = (row: Row): Row => {
    if (row['period_start'] === null || row['period_start'] === undefined) return row;
    const [start, end] = [String(row['period_start']), String(row['period_end'])];
    const period_label = names.get(start) ?? periodName(start, end, report);
    names.set(start, period_label);
    return { ...row, period_label };
  };
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
