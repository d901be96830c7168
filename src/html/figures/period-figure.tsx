import { ColumnsLineChart, type ColumnsLinePoint } from '../../charts/columns-line-chart.js';
import { figureInWords } from '../../presentation/figures.js';
import { perLocale, userLocale } from '../../presentation/locale.js';
import { periodWord } from '../../presentation/report-in-words.js';
import { months } from '../../report/periods.js';
import type { Report, Row } from '../../report/report.js';
import { chatsInWords, numberIn } from '../../presentation/values.js';
import { Figure, type Picture } from './figure.js';

const count = (value: number | null) => figureInWords('count', value);
const rate = (value: number | null) => figureInWords('rate', value);
const second = { lineName: 'Without time-outs', axisName: 'Bot deflection' };

/** Chats as columns and deflection as lines, with and without time-outs, period by period. */
export function PeriodFigure({ report }: { report: Report }) {
  return <Figure {...periodPicture(report)} />;
}

/** The picture of the periods; its marks are periods, keyed by their first day. */
export function periodPicture(report: Report): Picture {
  const rows = report.tables.chat_metrics;
  const overall = rows.find((row) => row['period_start'] === null);
  const periods = rows.filter((row) => row['period_start'] !== null);
  const word = periodWord(report).toLowerCase();
  const title = `Chats and bot deflection by ${word}`;
  const chats = numberIn(overall, 'incoming_chats') ?? 0;
  const closed = chats > 0 ? `; bots closed ${rate(numberIn(overall, 'bot_deflection_rate'))} of all` : '';
  const withoutTimeouts = numberIn(overall, 'bot_resolution_rate');
  const resolved = withoutTimeouts === null ? '' : `, ${rate(withoutTimeouts)} without time-outs`;
  const say = `${chatsInWords(chats)} came in${closed}${resolved}.${extremes(periods, word)}`;
  const points = periods.map((row) => pointOf(row, report.options, isLong(periods)));
  return {
    title,
    say,
    table: 'table-chats',
    marks: points.map(({ tooltip }, index) => ({
      text: tooltip,
      key: String(periods[index]?.['period_start']),
    })),
    draw: (width, marking) => (
      <ColumnsLineChart
        title={title}
        summary={say}
        width={width}
        height={width > 480 ? 310 : 260}
        marking={marking}
        points={points}
        columnName="Incoming chats"
        lineName="Bot deflection"
        {...(points.some(({ secondLine }) => typeof secondLine === 'number') ? { second } : {})}
        partialName={`Part of a ${word}`}
        formatColumn={count}
        formatLine={(share) => `${String(Math.round(share * 100))}%`}
      />
    ),
  };
}

function extremes(periods: readonly Row[], word: string): string {
  const whole = periods.filter((row) => row['is_partial'] !== true);
  const sorted = [...whole].sort((a, b) => Number(b['incoming_chats']) - Number(a['incoming_chats']));
  const [most, least] = [sorted[0], sorted.at(-1)];
  if (!most || !least || most['incoming_chats'] === least['incoming_chats']) return '';
  const named = (row: Row) => `${String(row['period_label'])} (${count(numberIn(row, 'incoming_chats'))})`;
  return ` Busiest whole ${word}: ${named(most)}; quietest: ${named(least)}.`;
}

/** Do the periods lie in more than one year? */
const isLong = (periods: readonly Row[]) =>
  new Set(periods.map((row) => String(row['period_start']).slice(0, 4))).size > 1;

function pointOf(row: Row, { period, small_n }: Report['options'], withYear: boolean): ColumnsLinePoint {
  const chats = numberIn(row, 'incoming_chats') ?? 0;
  const deflection = numberIn(row, 'bot_deflection_rate');
  const resolution = numberIn(row, 'bot_resolution_rate');
  const resolved = resolution === null ? '' : `, without time-outs ${rate(resolution)}`;
  const isPartial = row['is_partial'] === true;
  return {
    label: shortDate(String(row['period_start']), period, withYear),
    tooltip: `${String(row['period_label'])}: ${chatsInWords(chats)}, bot deflection ${rate(deflection)}${resolved}${isPartial ? ' (not wholly inside the range)' : ''}`,
    column: chats,
    line: chats < small_n ? null : deflection,
    secondLine: chats < small_n ? null : resolution,
    isPartial,
  };
}

/** `1 Feb`, `1 Feb 21`, `Feb 21`. */
function shortDate(date: string, period: Report['options']['period'], withYear: boolean): string {
  if (userLocale() !== null) return localShortDate(date, period, withYear);
  const [year = '', month = '', day = ''] = date.split('-');
  const name = months[Number(month) - 1] ?? month;
  const days = period === 'month' ? [] : [String(Number(day))];
  const years = withYear || period === 'month' ? [year.slice(2)] : [];
  return [...days, name, ...years].join(' ');
}

function localShortDate(date: string, period: Report['options']['period'], withYear: boolean): string {
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
