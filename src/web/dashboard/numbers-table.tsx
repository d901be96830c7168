import { agentColumns } from '../../html/tables/agent-columns.js';
import { MetricTable } from '../../html/tables/metric-table.js';
import { catalog, type TableId } from '../../metrics/catalog.js';
import { periodWord } from '../../presentation/report-in-words.js';
import type { PictureName } from '../../pictures/pictures.js';
import type { Report } from '../../report/report.js';
import type { TableChoice } from './plain-table.js';

const allOf = (table: TableId) => catalog[table].columns.map(({ id }) => id);
const hidden = ['period_start', 'period_end', 'is_partial'];

function agents(id: (typeof agentColumns)[number]['id']) {
  const columns = ['agent', ...(agentColumns.find((group) => group.id === id)?.columns ?? [])];
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
  periods: ({ tables: { chat_metrics } }: Report): TableChoice => ({
    table: 'chat_metrics',
    columns: [
      'period_label',
      ...allOf('chat_metrics').filter((id) => id !== 'period_label' && !hidden.includes(id)),
    ],
    rows: chat_metrics,
  }),
  halfHours: ({ tables: { half_hourly_chats } }: Report): TableChoice => ({
    table: 'half_hourly_chats',
    columns: allOf('half_hourly_chats'),
    rows: half_hourly_chats,
  }),
  weekChats: week('chats'),
  weekConcurrent: week('concurrent_chats_avg'),
  reasons: ({ tables: { closing_reasons } }: Report): TableChoice => ({
    table: 'closing_reasons',
    columns: allOf('closing_reasons'),
    rows: closing_reasons,
  }),
  activity: ({ tables: { agent_activity } }: Report): TableChoice => ({
    table: 'agent_activity',
    columns: allOf('agent_activity'),
    rows: agent_activity,
  }),
  csatHours: ({ tables: { agent_metrics } }: Report): TableChoice => ({
    ...agents('csat')({ tables: { agent_metrics } } as Report),
    rows: agent_metrics.filter((row) => row['agent'] === null),
  }),
  agentsByCsat: agents('csat'),
  agentsByResponse: agents('response'),
  agentsByResolution: agents('resolution'),
} as const satisfies Partial<Record<PictureName, (report: Report) => TableChoice>>;

/** The pictures that the page draws. */
export type DrawnName = keyof typeof tables;

/** The numbers behind a chart, as a table on the page. */
export function NumbersTable({ report, name }: { report: Report; name: DrawnName }) {
  const choice = tables[name](report);
  const isOfAgents = choice.columns[0] === 'agent';
  const hasOverall = isOfAgents || choice.table === 'chat_metrics';
  const caption = catalog[choice.table].title;
  return (
    <MetricTable
      report={report}
      {...choice}
      caption={
        choice.table === 'chat_metrics' ? `${caption} by ${periodWord(report).toLowerCase()}` : caption
      }
      {...(hasOverall ? { overallLabel: isOfAgents ? 'All agents' : 'Overall' } : {})}
      whenEmpty="nothing to measure."
    />
  );
}
