import { MetricTable } from '../../html/tables/metric-table.js';
import { agentParts } from '../../metrics/agent-metrics.js';
import { catalog, isOverall, shownColumns, type TableId } from '../../metrics/catalog.js';
import { periodWord } from '../../presentation/report-in-words.js';
import type { PictureName } from '../../pictures/pictures.js';
import type { Report } from '../../report/report.js';
import type { TableChoice } from './plain-table.js';

const whole =
  (table: TableId) =>
  ({ tables }: Report): TableChoice => ({ table, columns: shownColumns(table), rows: tables[table] });

function agents(id: (typeof agentParts)[number]['id']) {
  const figures = agentParts.find((part) => part.id === id)?.columns ?? [];
  const columns = ['agent', ...figures.map((metric) => metric.id)];
  return ({ tables: { agent_metrics } }: Report): TableChoice => ({
    table: 'agent_metrics',
    columns,
    rows: agent_metrics,
  });
}

function week(metric: string) {
  return ({ tables: { weekday_half_hourly_chats } }: Report): TableChoice => ({
    table: 'weekday_half_hourly_chats',
    columns: ['weekday', 'half_hour', metric],
    rows: weekday_half_hourly_chats,
  });
}

/** The numbers behind each picture that the page draws. */
export const tables = {
  periods: whole('chat_metrics'),
  halfHours: whole('half_hourly_chats'),
  weekChats: week('chats'),
  weekConcurrent: week('concurrent_chats_avg'),
  reasons: whole('closing_reasons'),
  activity: whole('agent_activity'),
  csatHours: (report: Report): TableChoice => {
    const choice = agents('csat')(report);
    return { ...choice, rows: choice.rows.filter((row) => isOverall(choice.table, row)) };
  },
  agentsByCsat: agents('csat'),
  agentsByResponse: agents('response'),
  agentsByResolution: agents('resolution'),
} as const satisfies Partial<Record<PictureName, (report: Report) => TableChoice>>;

/** The pictures that the page draws. */
export type DrawnName = keyof typeof tables;

/** The numbers behind a chart, as a table on the page. */
export function NumbersTable({ report, name }: { report: Report; name: DrawnName }) {
  const choice = tables[name](report);
  const caption = catalog[choice.table].title;
  return (
    <MetricTable
      report={report}
      {...choice}
      caption={
        choice.table === 'chat_metrics' ? `${caption} by ${periodWord(report).toLowerCase()}` : caption
      }
    />
  );
}
