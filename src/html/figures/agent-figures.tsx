import { BarChart } from '../../charts/bar-chart.js';
import type { Bar } from '../../charts/bar-row.js';
import { chartColors } from '../../charts/chart-colors.js';
import { isolated } from '../../charts/text-fit.js';
import { agentsThatDiffer, type AgentShare } from '../../presentation/agents-that-differ.js';
import { differingInWords } from '../../presentation/differing-in-words.js';
import { figureInWords } from '../../presentation/figures.js';
import type { Report, Row } from '../../report/report.js';
import { numberIn } from '../../presentation/values.js';
import { ActivityFigure } from './activity-figure.js';
import { drawnAgents } from './drawn-agents.js';
import { Figure, type Picture } from './figure.js';

interface Kind {
  metric: 'csat_satisfied_rate' | 'first_response_avg_seconds' | 'resolution_avg_seconds';
  n: 'csat_rated_chats' | 'first_response_chats' | 'resolution_chats';
  title: string;
  unit: 'rate' | 'seconds';
  valueName: string;
  /** What the n is of. */
  behind: string;
  best: 'highest' | 'lowest';
  /** What agents are named by; null: nobody is, for a mean says nothing of an agent where one chat can make it. */
  namedBy: AgentShare | null;
  table: string;
}

export const agentPictureKinds: readonly Kind[] = [
  {
    metric: 'csat_satisfied_rate',
    n: 'csat_rated_chats',
    title: 'Agents by CSAT',
    unit: 'rate',
    valueName: 'Satisfied customers',
    behind: 'ratings',
    best: 'highest',
    namedBy: 'csat_satisfied_rate',
    table: 'table-agents-csat',
  },
  {
    metric: 'first_response_avg_seconds',
    n: 'first_response_chats',
    title: 'Agents by first response',
    unit: 'seconds',
    valueName: 'Average first response (seconds)',
    behind: 'chats',
    best: 'lowest',
    namedBy: 'first_response_within_target_rate',
    table: 'table-agents-response',
  },
  {
    metric: 'resolution_avg_seconds',
    n: 'resolution_chats',
    title: 'Agents by resolution time',
    unit: 'seconds',
    valueName: 'Average resolution (seconds)',
    behind: 'chats',
    best: 'lowest',
    namedBy: null,
    table: 'table-agents-resolution',
  },
];

/** The busiest agents by satisfaction and by speed, with what each figure rests on; then their working time. */
export function AgentFigures({ report }: { report: Report }) {
  return (
    <div class="grid">
      {agentPictureKinds.map((kind) => (
        <Figure key={kind.metric} {...agentPicture(report, kind)} />
      ))}
      <ActivityFigure report={report} />
    </div>
  );
}

/** The picture of one figure of agents; its marks are agents. */
export function agentPicture(report: Report, kind: Kind): Picture {
  const { title, metric, unit, table, valueName } = kind;
  const overall = report.tables.agent_metrics.find((row) => row['agent'] === null);
  const rows = drawn(report, kind);
  const all = numberIn(overall, metric);
  const say =
    rows.length > 0 ? sentence(report, overall, kind) : `No agent has enough ${kind.behind} to be shown.`;
  const bars = rows.map((row) => barOf(row, kind));
  return {
    title,
    say,
    table,
    isEmpty: rows.length === 0,
    remark: remark(report, rows.length),
    marks: rows.map((row, index) => ({ text: bars[index]?.tooltip ?? '', key: String(row['agent']) })),
    draw: (width, marking) => (
      <BarChart
        title={title}
        summary={say}
        width={width}
        marking={marking}
        bars={bars}
        series={[{ name: valueName, color: chartColors.main }]}
        {...(unit === 'rate' ? { domain: [0, 1] as const } : {})}
        format={(value) => (unit === 'rate' ? `${String(Math.round(value * 100))}%` : String(value))}
        valueName={valueName}
        {...(all === null ? {} : { reference: { name: `All agents: ${shown(all, kind)}`, value: all } })}
      />
    ),
  };
}

const shown = (value: number | null, { unit }: Kind) =>
  `${figureInWords(unit, value)}${unit === 'seconds' ? ' s' : ''}`;

/** Among the agents with the most chats those whose figure rests on enough, the best first. */
function drawn({ tables, options }: Report, { metric, n, best }: Kind): Row[] {
  const sign = best === 'highest' ? -1 : 1;
  return tables.agent_metrics
    .filter((row) => row['agent'] !== null && numberIn(row, metric) !== null)
    .filter((row) => Number(row[n]) >= options.small_n)
    .slice(0, drawnAgents)
    .sort((a, b) => sign * (Number(a[metric]) - Number(b[metric])));
}

function barOf(row: Row, kind: Kind): Bar {
  const name = String(row['agent']);
  const value = numberIn(row, kind.metric);
  const n = figureInWords('count', row[kind.n]);
  return {
    name,
    values: [value],
    label: shown(value, kind),
    note: `n = ${n}`,
    tooltip: `${isolated(name)}: ${shown(value, kind)} (${n} ${kind.behind})`,
  };
}

/** The figure of all agents, then those whose own differs: only `agentsThatDiffer` names anyone. */
function sentence(report: Report, overall: Row | undefined, kind: Kind): string {
  const n = figureInWords('count', numberIn(overall, kind.n));
  const all = `All agents: ${shown(numberIn(overall, kind.metric), kind)} (${n} ${kind.behind}).`;
  const differing = kind.namedBy && agentsThatDiffer(report)[kind.namedBy];
  return [all, differing ? differingInWords(report, differing, isolated) : ''].filter(Boolean).join(' ');
}

function remark({ tables, options }: Report, count: number): string {
  const agents = tables.agent_metrics.filter((row) => row['agent'] !== null).length;
  if (agents <= count) return '';
  return `${String(count)} of ${String(agents)} agents: those with the most chats, and at least ${String(options.small_n)} behind the figure.`;
}
