import { durationInWords, wordingOf } from '../metrics/wording.js';
import type { Report } from '../report/report.js';
import { daysInWords, filterInWords, rangeInWords, zoneInWords } from './report-in-words.js';

const orders = { dmy: 'day, month, year', mdy: 'month, day, year', ymd: 'year, month, day' } as const;

const rowsInWords = { chat: 'each is a chat', leg: 'those of one id are parts of one chat' } as const;

/** The choices that the report was made with, as pairs of a label and a sentence. */
export function optionsInWords(report: Report): [label: string, value: string][] {
  const { options } = report;
  const wording = wordingOf(options);
  const mapped = Object.entries(options.map).map(([field, heading]) => `${field} = "${heading}"`);
  return [
    ['Range', rangeInWords(report)],
    ['Filter', filterInWords(report) || 'none'],
    ['Periods', periodsInWords(options)],
    ['Time zone', zoneInWords(report)],
    ['Time zone of the file', options.source_timezone ?? 'as the file says'],
    ['Business hours', wording['business_hours_in_words'] ?? options.business_hours],
    ['Bots', options.bots.join(', ') || 'none'],
    ...(options.nobody ? [['Nobody', options.nobody.join(', ')] as [string, string]] : []),
    ...(options.open_status ? [['Open by status', options.open_status.join(', ')] as [string, string]] : []),
    ['Time-out reasons', options.timeout_reasons.join(', ') || 'none'],
    ['CSAT', `ratings from ${wording['csat_scale'] ?? ''}, satisfied from ${String(options.csat_satisfied)}`],
    ['First response target', durationInWords(options.response_target_seconds)],
    ['A shift ends', `after a gap longer than ${durationInWords(options.shift_gap_seconds)}`],
    ...(options.edge_days === 'keep'
      ? [['Days at the edge', 'count in averages per day'] as [string, string]]
      : []),
    ...(options.rows ? [['Rows', rowsInWords[options.rows]] as [string, string]] : []),
    ...(options.id_scope === 'file' ? [['Chat ids', 'of each file on its own'] as [string, string]] : []),
    ['Small n', `fewer than ${String(options.small_n)} ratings or chats: shown in grey`],
    ...(options.compare ? [['Compared with', comparedInWords(report)] as [string, string]] : []),
    ['Order of dates', options.date_order ? orders[options.date_order] : 'found from the values'],
    ...(mapped.length > 0 ? [['Columns mapped', mapped.join(', ')] as [string, string]] : []),
  ];
}

function comparedInWords({ comparison, options }: Report): string {
  return comparison ? daysInWords(comparison.range_from, comparison.range_to) : String(options.compare);
}

function periodsInWords({ period, week_start }: Report['options']): string {
  const start = week_start.charAt(0).toUpperCase() + week_start.slice(1);
  return period === 'week' ? `weeks that start on ${start}` : `calendar ${period}s`;
}
