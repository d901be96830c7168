import { BarChart } from '../../charts/bar-chart.js';
import type { Bar } from '../../charts/bar-row.js';
import { chartColors } from '../../charts/chart-colors.js';
import { isolated } from '../../charts/text-fit.js';
import { figureInWords } from '../../presentation/figures.js';
import type { Report, Row } from '../../report/report.js';
import { numberIn } from '../../presentation/values.js';
import { drawnAgents } from './drawn-agents.js';
import { Figure, type Picture } from './figure.js';

const clock = (row: Row | undefined, id: string) => figureInWords('duration_seconds', row?.[id]);
const rate = (row: Row | undefined) => figureInWords('rate', row?.['occupancy_rate']);

/** How long the busiest agents were busy, and how long free between chats. */
export function ActivityFigure({ report }: { report: Report }) {
  return <Figure {...activityPicture(report)} />;
}

/** The picture of agent activity; its marks are agents. */
export function activityPicture(report: Report): Picture {
  const rows = report.tables.agent_activity;
  const overall = rows.find((row) => row['agent'] === null);
  const agents = rows.filter((row) => row['agent'] !== null);
  const drawn = [...agents]
    .sort((a, b) => Number(b['chats']) - Number(a['chats']))
    .slice(0, drawnAgents)
    .sort((a, b) => Number(b['span_seconds']) - Number(a['span_seconds']));
  const title = 'Agent activity: active and free time';
  const say = overall
    ? `All agents: ${hoursInWords(overall, 'active_seconds')} active and ${hoursInWords(overall, 'free_seconds')} free between chats, an occupancy of ${rate(overall)} between the first and the last chat of a shift.`
    : 'No chat was closed by an agent.';
  const bars = drawn.map(barOf);
  return {
    title,
    say,
    table: 'table-activity',
    isEmpty: drawn.length === 0,
    remark: `${agents.length > drawn.length ? `${String(drawn.length)} of ${String(agents.length)} agents: those with the most chats. ` : ''}The percentage is the occupancy: the active share of the time from first to last chat, not of logged-in time.`,
    marks: drawn.map((row, index) => ({ text: bars[index]?.tooltip ?? '', key: String(row['agent']) })),
    draw: (width, marking) => (
      <BarChart
        title={title}
        summary={say}
        width={width}
        marking={marking}
        bars={bars}
        series={[
          { name: 'Active', color: chartColors.main },
          { name: 'Free', color: chartColors.second },
        ]}
        format={(value) => figureInWords(Number.isInteger(value) ? 'count' : 'seconds', value)}
        valueName="Hours between the first and the last chat of a shift"
      />
    ),
  };
}

const hoursOf = (row: Row, id: string) => (numberIn(row, id) ?? 0) / 3600;
const hoursInWords = (row: Row, id: string) => `${figureInWords('count', hoursOf(row, id))} hours`;

function barOf(row: Row): Bar {
  const name = String(row['agent']);
  const chats = figureInWords('count', row['chats']);
  return {
    name,
    values: [hoursOf(row, 'active_seconds'), hoursOf(row, 'free_seconds')],
    label: rate(row),
    note: `n = ${chats}`,
    tooltip: `${isolated(name)}: active ${clock(row, 'active_seconds')}, free ${clock(row, 'free_seconds')}, occupancy ${rate(row)}, ${figureInWords('number', row['concurrency'])} chats at the same time (${chats} chats)`,
  };
}
