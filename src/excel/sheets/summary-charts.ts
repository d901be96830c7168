import { catalog } from '../../metrics/catalog.js';
import { headingOf } from '../../metrics/wording.js';
import { colors } from '../styles.js';
import type { Area, Chart } from '../workbook.js';
import { periodWord } from '../../presentation/report-in-words.js';
import type { Context } from './context.js';

function heading({ wording }: Context, table: 'chat_metrics' | 'half_hourly_chats', id: string): string {
  const metric = catalog[table].columns.find((column) => column.id === id);
  if (!metric) throw new Error(`the catalog has no ${table}.${id}`);
  return headingOf(metric, wording);
}

/** Chats as columns and deflection as a line on an axis of its own, by period. */
export function periodChart(context: Context, area: Area): Chart {
  const column = (id: string) => ({ table: 'ChatMetrics', heading: heading(context, 'chat_metrics', id) });
  const word = periodWord(context.report).toLowerCase();
  return {
    title: `Incoming chats and bot deflection by ${word}`,
    altText: `Columns: incoming chats of each ${word}. Line: share of them closed by a bot.`,
    area,
    categories: column('period_start'),
    categoryFormat: word === 'month' ? 'mmm yyyy' : 'd mmm',
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
        series: [{ values: column('bot_deflection_rate'), color: colors.orange }],
      },
    ],
  };
}

/** Chats by half hour of the day, those closed by bots and by agents. */
export function halfHourChart(context: Context, area: Area): Chart {
  const column = (id: string) => ({
    table: 'HalfHourlyChats',
    heading: heading(context, 'half_hourly_chats', id),
  });
  return {
    title: 'Chats by half hour of the day',
    altText: 'Columns: chats that start in each half hour of the day, over the whole range.',
    area,
    categories: column('half_hour'),
    labelEvery: 4,
    groups: [
      { kind: 'column', axisFormat: '#,##0', series: [{ values: column('chats'), color: colors.blue }] },
    ],
  };
}
