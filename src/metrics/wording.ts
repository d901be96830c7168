import type { ReportedOptions } from '../options/options.js';
import type { Metric } from './metric.js';

/** The words that `{...}` in the texts of the metric catalog stand for, by name. */
export type Wording = Readonly<Record<string, string>>;

/** The words for the options in use. */
export function wordingOf(options: ReportedOptions): Wording {
  return {
    bots: options.bots.join(', '),
    timeout_reasons: options.timeout_reasons.map((reason) => `"${reason}"`).join(', '),
    csat_scale: options.csat_scale.replace('-', ' to '),
    csat_satisfied: String(options.csat_satisfied),
    response_target: durationInWords(options.response_target_seconds),
    shift_gap: durationInWords(options.shift_gap_seconds),
    business_hours: businessHoursHeading(options.business_hours),
    business_hours_in_words: businessHoursInWords(options),
  };
}

/** A heading of the workbook, with the options in use. */
export function headingOf(metric: Metric, wording: Wording): string {
  return fill(metric.label, wording);
}

/** What tiles and charts call a metric, with the options in use. */
export function shortName({ short, label }: Metric, wording: Wording): string {
  return fill(short ?? label, wording);
}

/** What sentences call a metric whose value they give with its unit: `Average first response`. */
export function spokenName({ short, label }: Metric): string {
  return (short ?? label).replace(' (seconds)', '').replace(/^Avg /, 'Average ');
}

/** The meaning of a metric, with the options in use. */
export function meaningOf(metric: Metric, wording: Wording): string {
  return fill(metric.meaning, wording);
}

function fill(template: string, wording: Wording): string {
  return template.replace(/\{(\w+)\}/g, (braced, name: string) => wording[name] ?? braced);
}

/** `10 hours`, `30 seconds`, `1 hour 30 minutes`. */
export function durationInWords(seconds: number): string {
  const parts: [number, string][] = [
    [Math.floor(seconds / 3600), 'hour'],
    [Math.floor((seconds % 3600) / 60), 'minute'],
    [seconds % 60, 'second'],
  ];
  const shown = parts
    .filter(([count]) => count > 0)
    .map(([count, unit]) => `${String(count)} ${unit}${count === 1 ? '' : 's'}`);
  return shown.join(' ') || '0 seconds';
}

/** `[10AM - 5PM]` where one range holds on every day, else `[see Definitions]`. */
function businessHoursHeading(hours: string): string {
  const match = /^(\d\d:\d\d)-(\d\d:\d\d)$/.exec(hours);
  return match?.[1] && match[2] ? `[${clock12(match[1])} - ${clock12(match[2])}]` : '[see Definitions]';
}

/** `09:30` -> `9:30AM`, `24:00` -> `12AM`. */
function clock12(time: string): string {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const shown = hour % 12 === 0 ? 12 : hour % 12;
  const minutes = minute === 0 ? '' : `:${String(minute).padStart(2, '0')}`;
  return `${String(shown)}${minutes}${hour % 24 < 12 ? 'AM' : 'PM'}`;
}

function businessHoursInWords({ business_hours, holidays }: ReportedOptions): string {
  const everyDay = /^\d/.test(business_hours) ? `${business_hours} on every day` : business_hours;
  return holidays.length > 0 ? `${everyDay}, without the holidays ${holidays.join(', ')}` : everyDay;
}
