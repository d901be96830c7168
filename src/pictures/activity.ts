import { figureInWords } from '../presentation/figures.js';
import { isolated } from '../presentation/text.js';
import { numberIn } from '../presentation/values.js';
import type { Report, Row } from '../report/report.js';
import { drawable, drawnAgents } from './drawable.js';
import type { Mark, Picture } from './picture.js';

const clock = (row: Row, id: string) => figureInWords('duration_seconds', row[id]);
const rate = (value: number | null) => figureInWords('rate', value);

/** How long the busiest agents were busy, and how long free between chats: the longest time first. */
export function activityPicture(report: Report): Picture {
  const rows = report.tables.agent_activity;
  const overall = rows.find((row) => row['agent'] === null);
  const agents = rows.filter((row) => row['agent'] !== null);
  const drawn = [...agents]
    .sort((a, b) => Number(b['chats']) - Number(a['chats']))
    .slice(0, drawnAgents)
    .sort((a, b) => Number(b['span_seconds']) - Number(a['span_seconds']));
  const most = `${String(drawn.length)} of ${String(agents.length)} agents: those with the most chats. `;
  return {
    title: 'Agent activity: active and free time',
    sentence: overall
      ? `All agents: ${hoursInWords(overall, 'active_seconds')} active and ${hoursInWords(overall, 'free_seconds')} free between chats, an occupancy of ${rate(numberIn(overall, 'occupancy_rate'))} between the first and the last chat of a shift.`
      : 'No chat was closed by an agent.',
    selection: `${agents.length > drawn.length ? most : ''}The longest time stands first.`,
    remark:
      'The percentage is the occupancy: the active share of the time from first to last chat, not of logged-in time.',
    marks: drawn.map((row) => markOf(row, report)),
    chart: {
      kind: 'bars',
      markName: 'Agent',
      unit: 'hours',
      valueName: 'Hours between the first and the last chat of a shift',
      series: [
        { name: 'Active', tone: 'main' },
        { name: 'Free', tone: 'second' },
      ],
    },
  };
}

const hoursOf = (row: Row, id: string) => (numberIn(row, id) ?? 0) / 3600;
const hoursInWords = (row: Row, id: string) => `${figureInWords('count', hoursOf(row, id))} hours`;

function markOf(row: Row, report: Report): Mark {
  const name = String(row['agent']);
  const chats = figureInWords('count', row['chats']);
  return {
    name,
    values: [hoursOf(row, 'active_seconds'), hoursOf(row, 'free_seconds')],
    n: numberIn(row, 'chats'),
    text: `${isolated(name)}: active ${clock(row, 'active_seconds')}, free ${clock(row, 'free_seconds')}, occupancy ${rate(numberIn(row, 'occupancy_rate'))}, ${figureInWords('number', row['concurrency'])} chats at the same time (${chats} chats)`,
    key: name,
    label: rate(drawable(report, 'agent_activity', row, 'occupancy_rate')),
    note: `n = ${chats}`,
  };
}
