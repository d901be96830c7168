import { addDays, months } from '../report/periods.js';
import type { Report } from '../report/report.js';
import { halfHourRange } from './half-hours.js';
import { localDays, userLocale } from './locale.js';
import { rangeEnds, rangeLength } from './range-ends.js';
import { shortened } from '../options/shortened.js';

/** `2021-02-01` -> `01 Feb 2021`, or as the user of a page writes dates. */
export function dateInWords(date: string): string {
  if (userLocale() !== null) return localDays(date);
  const [year = '', month = '', day = ''] = date.slice(0, 10).split('-');
  return `${day} ${months[Number(month) - 1] ?? month} ${year}`;
}

/** The range of a report, its last day included: `01 Feb 2021 - 28 Feb 2021 (28 days)`. */
export function rangeInWords(report: Report): string {
  const { range_from, range_to } = report.source;
  if (!range_from || !range_to) return 'no days';
  return `${rangeDaysInWords(report)} (${rangeLength(report)})`;
}

/** The range of a report without its length; with times where it begins or ends inside a day. */
export function rangeDaysInWords(report: Report): string {
  const [first, last] = rangeEnds(report);
  if (first.length === 10 && last.length === 10) return daysInWords(first, addDays(last, 1));
  return [first, last].map((end) => `${dateInWords(end)}${end.slice(10)}`).join(' - ');
}

/** Days up to an exclusive end, for people, who count the last day: `01 Feb 2021 - 28 Feb 2021`. */
export function daysInWords(from: string, to: string): string {
  const last = addDays(to.slice(0, 10), -1);
  if (last.startsWith(from.slice(0, 10))) return dateInWords(from);
  return userLocale() !== null
    ? localDays(from, last.slice(0, 10))
    : `${dateInWords(from)} - ${dateInWords(last)}`;
}

/** The zone of all times of a report. */
export function zoneInWords({ source: { timezone, timezone_rules } }: Report): string {
  if (!timezone) return 'times as written in the file';
  return `times in ${timezone}${timezone_rules ? ` (rules ${timezone_rules})` : ''}`;
}

/** The filters in use, or an empty string. */
export function filterInWords({ options: { agent, closing_reason, weekday, half_hour } }: Report): string {
  const parts = [
    agent.length > 0 ? `agents: ${agent.join(', ')}` : '',
    closing_reason.length > 0 ? `closing reasons: ${closing_reason.join(', ')}` : '',
    weekday.length > 0 ? `days of the week: ${weekday.join(', ')}` : '',
    half_hour.length > 0 ? `half hours: ${half_hour.map(halfHourRange).join(', ')}` : '',
  ];
  return parts.filter(Boolean).join('; ');
}

/** The files of a report by name. */
export function filesInWords({ source: { files } }: Report): string {
  const [first, second] = files.map(({ name }) => shortened(baseName(name), 60));
  if (!first) return 'no file';
  if (files.length > 2) return `${first} and ${String(files.length - 1)} more files`;
  return second ? `${first} and ${second}` : first;
}

/** The name of a file without its folders, which are nobody's business where the workbook goes. */
export function baseName(name: string): string {
  return name.replace(/^.*[\\/]/, '');
}

/** `Day`, `Week` or `Month`. */
export function periodWord({ options: { period } }: Report): string {
  return period.charAt(0).toUpperCase() + period.slice(1);
}
