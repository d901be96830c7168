import { shortened } from '../../presentation/text.js';
import type { Row } from '../../report/report.js';
import { colors, type Kind } from '../styles.js';
import type { CellValue, TableColumn } from '../workbook.js';
import { barsHeight, firstRows, longestLabel, type Picture, type Pictures } from './pictures.js';

const mostAgents = 15;

/** Agents by their ratings and by their first responses, of those with enough chats to be compared. */
export const agentPictures: Pictures = ({ report }, { rows }) => [
  ...ranked(rows, report.options.small_n, {
    name: 'AgentsByCsat',
    title: 'CSAT %',
    figure: 'csat_satisfied_rate',
    n: 'csat_rated_chats',
    of: 'rated chats',
    kind: 'rate',
    axis: { axisFormat: '0%', axisMax: 1 },
    order: (a, b) => b - a,
    top: 'highest',
  }),
  ...ranked(rows, report.options.small_n, {
    name: 'AgentsByFirstResponse',
    title: 'Avg first response (seconds)',
    figure: 'first_response_avg_seconds',
    n: 'first_response_chats',
    of: 'first responses',
    kind: 'seconds',
    axis: { axisFormat: '#,##0.0' },
    order: (a, b) => a - b,
    top: 'shortest',
  }),
];

interface Ranking {
  name: string;
  title: string;
  figure: string;
  n: string;
  of: string;
  kind: Kind;
  axis: { axisFormat: string; axisMax?: number };
  order: (a: number, b: number) => number;
  /** What stands on top. */
  top: string;
}

/** The agents with the most chats of those with an n that is not small, by a figure. */
function ranked(rows: readonly Row[], least: number, ranking: Ranking): Picture[] {
  const { name, title, figure, n, of, axis, order, top } = ranking;
  const able = rows.filter((row) => typeof row[figure] === 'number' && Number(row[n]) >= Math.max(1, least));
  const shown = able.slice(0, mostAgents).sort((a, b) => order(Number(a[figure]), Number(b[figure])));
  if (shown.length < 2) return [];
  const most =
    able.length > mostAgents ? `the ${String(mostAgents)} agents with the most chats` : 'all agents';
  const caption = `${title}: ${most}, of those with ${String(least)} or more ${of}`;
  const columns = rankingColumns(ranking);
  const values = shown.map((row): CellValue[] => [
    shortened(String(row['agent'] ?? ''), longestLabel),
    row[n] ?? null,
    row[figure] ?? null,
  ]);
  const column = (index: number) => ({ table: name, heading: columns[index]?.heading ?? '' });
  const chart: Picture['chart'] = {
    title: caption,
    altText: `Horizontal bars: ${caption}. The ${top} is on top.`,
    categories: column(0),
    groups: [{ kind: 'bar', ...axis, series: [{ values: column(2), color: colors.blue, labels: true }] }],
  };
  const data = { caption, table: { name, columns, rows: values } };
  return [{ chart, height: barsHeight(shown.length), data }];
}

function rankingColumns({ of, title, kind }: Ranking): TableColumn[] {
  return [
    { heading: 'Agent', kind: 'text' },
    { heading: 'n', kind: 'count', note: `Number of ${of}.` },
    { heading: title, kind },
  ];
}

/** How the time of agents divides. */
export const activityPictures: Pictures = (_, subject) => {
  const { rows } = subject;
  const shown = rows.slice(0, mostAgents);
  const longest = Math.max(0, ...shown.map((row) => Number(row['span_seconds'] ?? 0))) / 3600;
  if (longest === 0) return [];
  const first =
    rows.length > mostAgents ? `the first ${String(mostAgents)} agents of the table` : 'each agent';
  const figures = ['active_seconds', 'free_seconds'].map((id) => ({ id, kind: 'duration' as const }));
  const { column, data } = firstRows(subject, 'ActivityShown', 'agent', figures, mostAgents);
  const series = [
    { values: column('active_seconds'), color: colors.blue },
    { values: column('free_seconds'), color: colors.midBlue },
  ];
  const chart: Picture['chart'] = {
    title: `Active and free time (hours): ${first}`,
    altText: `Stacked horizontal bars: active and free time of ${first}.`,
    categories: column('agent'),
    groups: [{ kind: 'bar', stacked: true, axisFormat: '[h]:mm', axisStep: hoursStep(longest) / 24, series }],
  };
  return [{ chart, height: barsHeight(shown.length) + 1, ...(data ? { data } : {}) }];
};

/** Hours between the labels of an axis: at most eight labels. */
function hoursStep(longest: number): number {
  const steps = [0.25, 0.5, 1, 2, 4, 6, 12, 24, 48, 96];
  return steps.find((step) => longest / step <= 8) ?? 24 * Math.ceil(longest / 24 / 8);
}
