import { catalog } from '../../metrics/catalog.js';
import { headingOf } from '../../metrics/wording.js';
import { colors } from '../styles.js';
import type { Area, Chart, ChartSeries } from '../workbook.js';
import { periodWord } from '../../presentation/report-in-words.js';
import type { Context } from './context.js';
import { halfHoursShown, shade, shownHeadings } from './half-hour-pictures.js';
import { dates } from './pictures.js';

function heading({ wording }: Context, id: string): string {
  const metric = catalog.chat_metrics.columns.find((column) => column.id === id);
  if (!metric) throw new Error(`the catalog has no chat_metrics.${id}`);
  return headingOf(metric, wording);
}

/**
 * The rows of whole periods, where partial ones are to be left out: their counts would look like a fall, their rates rest on
 * few chats. undefined: all are shown.
 */
function wholePeriods({ report }: Context): { skip: number; rows: number } | undefined {
  const periods = report.tables.chat_metrics.filter((row) => row['period_start'] !== null);
  const first = periods.findIndex((row) => row['is_partial'] === false);
  const rows = periods.filter((row) => row['is_partial'] === false).length;
  return rows >= 2 && rows < periods.length ? { skip: first, rows } : undefined;
}

/** Chats as columns, and deflection with and without time-outs as lines on an axis of their own, by period. */
export function periodChart(context: Context, area: Area): Chart {
  const word = periodWord(context.report).toLowerCase();
  const whole = wholePeriods(context);
  const column = (id: string) => ({
    table: 'ChatMetrics',
    heading: heading(context, id),
    ...whole,
  });
  const isMeasured = context.report.tables.chat_metrics.some((row) => row['bot_resolution_rate'] !== null);
  const lines: ChartSeries[] = [
    { values: column('bot_deflection_rate'), color: colors.orange },
    ...(isMeasured ? [{ values: column('bot_resolution_rate'), color: colors.teal }] : []),
  ];
  return {
    title: `Incoming chats and bot deflection by ${whole ? 'whole ' : ''}${word}`,
    altText: `Columns: incoming chats of each ${word}. Lines: share of them closed by a bot${lines.length > 1 ? ', with and without time-outs' : ''}.`,
    area,
    categories: column('period_start'),
    ...dates(context, whole?.rows ?? context.report.tables.chat_metrics.length - 1),
    groups: [
      {
        kind: 'column',
        axisFormat: '#,##0',
        series: [{ values: column('incoming_chats'), color: colors.midBlue }],
      },
      {
        kind: 'line',
        axisFormat: '0%',
        axisMax: 1,
        series: lines,
      },
    ],
  };
}

/** Chats by half hour of the day, business hours shaded behind them. */
export function halfHourChart(area: Area): Chart {
  const column = (heading: string) => ({ table: halfHoursShown, heading });
  return {
    title: 'Chats by half hour of the day',
    altText:
      'Columns: chats that start in each half hour of the day, over the whole range. Shaded behind them: business hours.',
    area,
    categories: column(shownHeadings.start),
    labelEvery: 4,
    groups: [
      shade(column(shownHeadings.businessHours)),
      {
        kind: 'column',
        axis: 'left',
        axisFormat: '#,##0',
        series: [{ values: column(shownHeadings.chats), color: colors.blue }],
      },
    ],
  };
}
