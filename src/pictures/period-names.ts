import { perLocale, userLocale } from '../presentation/locale.js';
import { months } from '../report/periods.js';
import type { Report, Row } from '../report/report.js';

type Period = Report['options']['period'];

/** Short names of periods, as they stand below a chart: with the year where they lie in more than one. */
export function periodNames({ options: { period } }: Report, periods: readonly Row[]): string[] {
  const dates = periods.map((row) => String(row['period_start']));
  const withYear = new Set(dates.map((date) => date.slice(0, 4))).size > 1;
  return dates.map((date) => shortDate(date, period, withYear));
}

/** `1 Feb`, `1 Feb 21`, `Feb 21`. */
function shortDate(date: string, period: Period, withYear: boolean): string {
  if (userLocale() !== null) return localShortDate(date, period, withYear);
  const [year = '', month = '', day = ''] = date.split('-');
  const name = months[Number(month) - 1] ?? month;
  const days = period === 'month' ? [] : [String(Number(day))];
  const years = withYear || period === 'month' ? [year.slice(2)] : [];
  return [...days, name, ...years].join(' ');
}

function localShortDate(date: string, period: Period, withYear: boolean): string {
  const isMonth = period === 'month';
  const format = perLocale(
    `short ${period} ${String(withYear)}`,
    (locale) =>
      new Intl.DateTimeFormat(locale, {
        month: 'short',
        timeZone: 'UTC',
        ...(isMonth ? {} : { day: 'numeric' }),
        ...(isMonth || withYear ? { year: '2-digit' } : {}),
      }),
  );
  return format.format(new Date(`${date}T00:00:00Z`));
}
