import { shortened } from '../../presentation/text.js';
import type { Row, Value } from '../../report/report.js';
import { daysOf } from '../serial.js';
import { colors, type Kind } from '../styles.js';
import type { CellValue, Chart, Table, TableColumn, TableColumnRef } from '../workbook.js';
import { periodWord } from '../../presentation/report-in-words.js';
import type { Context } from './context.js';

/** A chart of a sheet before it has its place, as high as so many rows, and the small table that it shows, if any. */
export interface Picture {
  chart: Omit<Chart, 'area'>;
  height: number;
  /** As wide as the sheet, for what has many points. */
  wide?: boolean;
  data?: { caption: string; table: Pick<Table, 'name' | 'columns' | 'rows'> };
}

/** What a picture is made from: the rows of a table, and how its columns are referred to. */
export interface Subject {
  rows: readonly Row[];
  /** The first rows of a metric's column, or all of it. */
  column: (id: string, rows?: number) => TableColumnRef;
}

/** Longer names leave no room for bars. */
export const longestLabel = 48;

/**
 * The first rows of a table as a chart shows them: from the table, or where a name is so long that it leaves no room for
 * bars, from a small table with shortened names.
 */
export function firstRows(
  { rows, column }: Subject,
  name: string,
  label: string,
  figures: readonly { id: string; kind: Kind }[],
  most: number,
): Pick<Picture, 'data'> & { column: (id: string) => TableColumnRef } {
  const shown = rows.slice(0, most);
  const names = shown.map((row) => String(row[label] ?? '(none given)'));
  if (names.every((text) => text.length <= longestLabel)) return { column: (id) => column(id, most) };
  const columns: TableColumn[] = [
    { heading: column(label).heading, kind: 'text' },
    ...figures.map(({ id, kind }) => ({ heading: column(id).heading, kind })),
  ];
  const values = shown.map((row, index): CellValue[] => [
    shortened(names[index] ?? '', longestLabel),
    ...figures.map(({ id, kind }) => figure(kind, row[id] ?? null)),
  ]);
  const data = {
    caption: 'What the chart shows, with shortened names',
    table: { name, columns, rows: values },
  };
  return { data, column: (id) => ({ table: name, heading: column(id).heading }) };
}

const figure = (kind: Kind, value: Value): CellValue =>
  value !== null && kind === 'duration' ? daysOf(Number(value)) : value;

export type Pictures = (context: Context, subject: Subject) => Picture[];

const mostReasons = 12;
const mostLabels = 14;
const manyPeriods = 60;
/** Rows of a chart of so many horizontal bars. */
export const barsHeight = (bars: number) => Math.max(9, 6 + Math.ceil(bars * 1.15));

/** Who closed the chats of each period; one period is told by its row. */
export const chatPictures: Pictures = (context, { rows, column }) => {
  if (rows.length < 2) return [];
  const word = periodWord(context.report).toLowerCase();
  const series = [
    { values: column('closed_by_bot'), color: colors.blue },
    { values: column('closed_by_agents'), color: colors.midBlue },
    { values: column('open_chats'), color: colors.orange },
  ];
  const chart: Picture['chart'] = {
    title: `Chats by ${word} and by who closed them`,
    altText: `Stacked columns: the chats of each ${word} that bots closed, that agents closed, and that are open.`,
    categories: column('period_start'),
    ...dates(context, rows.length),
    groups: [
      {
        kind: 'column',
        stacked: true,
        axisFormat: '#,##0',
        gap: rows.length > manyPeriods ? 10 : 40,
        series,
      },
    ],
  };
  return [{ chart, height: 18, wide: rows.length > manyPeriods }];
};

/** Ratings and first responses of all agents in each period; one period has no course. */
export const periodPictures: Pictures = (context, { rows, column }) => {
  if (rows.length < 2) return [];
  const word = periodWord(context.report).toLowerCase();
  const chart: Picture['chart'] = {
    title: `All agents by ${word}: CSAT % (left) and first response in seconds (right)`,
    altText: `Two lines over the ${word}s: the share of satisfied ratings, and the mean first response time.`,
    categories: column('period_start'),
    ...dates(context, rows.length),
    groups: [
      {
        kind: 'line',
        axisFormat: '0%',
        axisMax: 1,
        series: [{ values: column('csat_satisfied_rate'), color: colors.blue }],
      },
      {
        kind: 'line',
        axisFormat: '#,##0',
        series: [{ values: column('first_response_avg_seconds'), color: colors.orange }],
      },
    ],
  };
  return [{ chart, height: 18, wide: rows.length > manyPeriods }];
};

/** How a chart writes the dates of so many periods: as many labels as can be read. */
export function dates({ report }: Context, periods: number): Pick<Chart, 'categoryFormat' | 'labelEvery'> {
  const years = new Set(
    report.tables.chat_metrics.map((row) => String(row['period_start'] ?? '').slice(0, 4)),
  );
  const format = report.options.period === 'month' ? 'mmm yyyy' : years.size > 2 ? 'd mmm yy' : 'd mmm';
  return {
    categoryFormat: format,
    ...(periods > mostLabels ? { labelEvery: Math.ceil(periods / mostLabels) } : {}),
  };
}

/** The most frequent closing reasons. */
export const reasonPictures: Pictures = (_, subject) => {
  const { rows } = subject;
  if (rows.length === 0) return [];
  const first = rows.length > mostReasons ? `: the first ${String(mostReasons)} of the table` : '';
  const figures = [{ id: 'chats', kind: 'count' as const }];
  const { column, data } = firstRows(subject, 'ReasonsShown', 'closing_reason', figures, mostReasons);
  const series = [{ values: column('chats'), color: colors.blue, labels: true }];
  const chart: Picture['chart'] = {
    title: `Chats by closing reason${first}`,
    altText: `Horizontal bars: chats by closing reason${first}.`,
    categories: column('closing_reason'),
    groups: [{ kind: 'bar', axisFormat: '#,##0', series }],
  };
  return [{ chart, height: barsHeight(Math.min(rows.length, mostReasons)), ...(data ? { data } : {}) }];
};
