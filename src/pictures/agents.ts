import { metricOf } from '../metrics/catalog.js';
import { agentsThatDiffer, type AgentShare } from '../presentation/agents-that-differ.js';
import { differingInWords } from '../presentation/differing-in-words.js';
import { figureInWords } from '../presentation/figures.js';
import { isolated } from '../presentation/text.js';
import { numberIn } from '../presentation/values.js';
import type { Report, Row } from '../report/report.js';
import { drawable, drawnAgents } from './drawable.js';
import type { Mark, Picture } from './picture.js';

interface Ranking {
  metric: 'csat_satisfied_rate' | 'first_response_avg_seconds' | 'resolution_avg_seconds';
  title: string;
  unit: 'rate' | 'seconds';
  valueName: string;
  /** What the n is of. */
  behind: string;
  /** What agents are named by; null: nobody is, for a mean says nothing of an agent where one chat can make it. */
  namedBy: AgentShare | null;
}

/** The busiest agents by satisfaction, the best first. */
export const agentsByCsatPicture = ranked({
  metric: 'csat_satisfied_rate',
  title: 'Agents by CSAT',
  unit: 'rate',
  valueName: 'Satisfied customers',
  behind: 'ratings',
  namedBy: 'csat_satisfied_rate',
});

/** The busiest agents by first response, the fastest first. */
export const agentsByResponsePicture = ranked({
  metric: 'first_response_avg_seconds',
  title: 'Agents by first response',
  unit: 'seconds',
  valueName: 'Average first response (seconds)',
  behind: 'chats',
  namedBy: 'first_response_within_target_rate',
});

/** The busiest agents by the time to a resolution, the fastest first. */
export const agentsByResolutionPicture = ranked({
  metric: 'resolution_avg_seconds',
  title: 'Agents by resolution time',
  unit: 'seconds',
  valueName: 'Average resolution (seconds)',
  behind: 'chats',
  namedBy: null,
});

function ranked(ranking: Ranking): (report: Report) => Picture {
  const { title, metric, unit, valueName, behind } = ranking;
  return (report) => {
    const overall = report.tables.agent_metrics.find((row) => row['agent'] === null);
    const rows = drawn(report, ranking);
    const all = numberIn(overall, metric);
    return {
      title,
      sentence:
        rows.length > 0 ? sentence(report, overall, ranking) : `No agent has enough ${behind} to be shown.`,
      selection: selection(report, rows.length),
      marks: rows.map((row) => markOf(row, ranking)),
      chart: {
        kind: 'bars',
        markName: 'Agent',
        unit,
        valueName,
        series: [{ name: valueName, tone: 'main' }],
        ...(unit === 'rate' ? { scale: [0, 1] as const } : {}),
        ...(all === null ? {} : { reference: { name: `All agents: ${shown(all, ranking)}`, value: all } }),
      },
    };
  };
}

const shown = (value: number | null, { unit }: Ranking) =>
  `${figureInWords(unit, value)}${unit === 'seconds' ? ' s' : ''}`;

/** The column that counts what a figure rests on. */
const countOf = ({ metric }: Ranking) => metricOf('agent_metrics', metric).n?.[0] ?? '';

/** Among the agents with the most chats those whose figure rests on enough, the best first. */
function drawn(report: Report, { metric }: Ranking): Row[] {
  const sign = metricOf('agent_metrics', metric).better === 'higher' ? -1 : 1;
  return report.tables.agent_metrics
    .filter((row) => row['agent'] !== null && drawable(report, 'agent_metrics', row, metric) !== null)
    .slice(0, drawnAgents)
    .sort((a, b) => sign * (Number(a[metric]) - Number(b[metric])));
}

function markOf(row: Row, ranking: Ranking): Mark {
  const name = String(row['agent']);
  const value = numberIn(row, ranking.metric);
  const n = figureInWords('count', row[countOf(ranking)]);
  return {
    name,
    values: [value],
    n: numberIn(row, countOf(ranking)),
    text: `${isolated(name)}: ${shown(value, ranking)} (${n} ${ranking.behind})`,
    key: name,
    label: shown(value, ranking),
    note: `n = ${n}`,
  };
}

/** The figure of all agents, then those whose own differs: only `agentsThatDiffer` names anyone. */
function sentence(report: Report, overall: Row | undefined, ranking: Ranking): string {
  const n = figureInWords('count', numberIn(overall, countOf(ranking)));
  const all = `All agents: ${shown(numberIn(overall, ranking.metric), ranking)} (${n} ${ranking.behind}).`;
  const differing = ranking.namedBy && agentsThatDiffer(report)[ranking.namedBy];
  return [all, differing ? differingInWords(report, differing, isolated) : ''].filter(Boolean).join(' ');
}

function selection({ tables, options }: Report, count: number): string {
  const agents = tables.agent_metrics.filter((row) => row['agent'] !== null).length;
  if (agents <= count) return '';
  return `${String(count)} of ${String(agents)} agents: those with the most chats, and at least ${String(options.small_n)} behind the figure.`;
}
