import { businessShares } from '../../presentation/business-half-hours.js';
import { colors } from '../styles.js';
import type { CellValue, ChartGroup, TableColumn, TableColumnRef } from '../workbook.js';
import type { Picture, Pictures } from './pictures.js';

/** The table behind the charts of half hours: short labels, and how much of each half hour is business hours. */
export const halfHoursShown = 'HalfHoursShown';

export const shownHeadings = {
  start: 'From',
  chats: 'Chats',
  bot: 'Closed by Bot',
  agents: 'Closed by Agents',
  businessHours: 'Business hours',
} as const;

/** Business hours as a pale area behind the columns of a chart: as high as their share of the half hour's time. */
export function shade(values: TableColumnRef): ChartGroup {
  return {
    kind: 'column',
    axis: 'hidden',
    axisFormat: '0%',
    axisMax: 1,
    gap: 0,
    series: [{ values, color: colors.sand }],
  };
}

/** Who closed the chats of each half hour, business hours shaded behind them. */
export const halfHourPictures: Pictures = (context, { rows }) => {
  const shares = businessShares(context.report);
  const column = (heading: string) => ({ table: halfHoursShown, heading });
  const columns: TableColumn[] = [
    { heading: shownHeadings.start, kind: 'text' },
    { heading: shownHeadings.chats, kind: 'count' },
    { heading: shownHeadings.bot, kind: 'count' },
    { heading: shownHeadings.agents, kind: 'count' },
    { heading: shownHeadings.businessHours, kind: 'rate' },
  ];
  const values = rows.map((row, slot): CellValue[] => [
    String(row['half_hour']),
    row['chats'] ?? null,
    row['closed_by_bot'] ?? null,
    row['closed_by_agents'] ?? null,
    shares[slot] ?? 0,
  ]);
  const chart: Picture['chart'] = {
    title: 'Closed chats by the half hour in which they start',
    altText:
      'Stacked columns: the chats of each half hour of the day that bots closed and that agents closed. Shaded behind them: business hours.',
    categories: column(shownHeadings.start),
    labelEvery: 4,
    groups: [
      shade(column(shownHeadings.businessHours)),
      {
        kind: 'column',
        stacked: true,
        axis: 'left',
        axisFormat: '#,##0',
        series: [
          { values: column(shownHeadings.bot), color: colors.blue },
          { values: column(shownHeadings.agents), color: colors.midBlue },
        ],
      },
    ],
  };
  const caption = 'What the charts of half hours show; business hours as a share of the time, over all days';
  return [{ chart, height: 20, data: { caption, table: { name: halfHoursShown, columns, rows: values } } }];
};
