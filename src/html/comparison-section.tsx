import { allAgents, catalog, metricOf } from '../metrics/catalog.js';
import type { Metric } from '../metrics/metric.js';
import { headingOf, meaningOf, wordingOf } from '../metrics/wording.js';
import { changeInWords, figureInWords, nothing } from '../presentation/figures.js';
import { rangeLength } from '../presentation/range-ends.js';
import { daysInWords, rangeDaysInWords } from '../presentation/report-in-words.js';
import type { ComparedFigure, Comparison, Report } from '../report/report.js';
import { DataTable, type Cell, type Column } from './tables/data-table.js';

/** The figures of the other range beside those of the report. */
export function ComparisonSection({ report, comparison }: { report: Report; comparison: Comparison }) {
  const [own, other] = [rangeDaysInWords(report), daysInWords(comparison.range_from, comparison.range_to)];
  const overall = comparison.figures.filter(({ agent }) => agent === null);
  return (
    <section id="comparison" aria-labelledby="comparison-heading">
      <h2 id="comparison-heading">{`Compared with ${other}`}</h2>
      <p class="lead">
        {`This range: ${own} (${rangeLength(report)}). Other range: ${other} (${days(comparison.days)}, ${figureInWords('count', comparison.chats)} chats). Rates differ in percentage points.`}
      </p>
      <div class="grid">
        {(['chat_metrics', 'agent_metrics'] as const).map((table) => (
          <ComparedTable
            key={table}
            report={report}
            caption={table === 'chat_metrics' ? 'All chats' : allAgents}
            figures={overall.filter((figure) => figure.table === table)}
          />
        ))}
      </div>
      <AgentsCompared report={report} figures={comparison.figures} />
    </section>
  );
}

const days = (count: number) => `${String(count)} day${count === 1 ? '' : 's'}`;

const compared = ({ table, metric }: ComparedFigure): Metric => metricOf(table, metric);

interface ComparedTableProps {
  report: Report;
  caption: string;
  figures: readonly ComparedFigure[];
}

function ComparedTable({ report, caption, figures }: ComparedTableProps) {
  const wording = wordingOf(report.options);
  const columns = ['Figure', 'This range', 'Other range', 'Difference', 'Change'].map((heading) => ({
    heading,
  }));
  const rows = figures.map((figure) => {
    const metric = compared(figure);
    return {
      head: <span title={meaningOf(metric, wording)}>{headingOf(metric, wording)}</span>,
      cells: [...sides(figure), difference(figure), changeRate(figure)].map((content) => ({ content })),
    };
  });
  return <DataTable caption={caption} columns={columns} rows={rows} whenEmpty="nothing to compare." />;
}

function sides(figure: ComparedFigure): [string, string] {
  const { unit } = compared(figure);
  return [figureInWords(unit, figure.value), figureInWords(unit, figure.other_value)];
}

function difference(figure: ComparedFigure): string {
  const { unit } = compared(figure);
  const { difference: amount } = figure;
  if (amount === null) return nothing;
  if (unit === 'rate') return changeInWords({ kind: 'points', amount });
  const size = figureInWords(unit, Math.abs(amount));
  const isShownAsZero = /^[0.]+$/.test(size);
  return `${isShownAsZero ? '' : amount > 0 ? '+' : '-'}${size}`;
}

function changeRate({ change_rate: amount }: ComparedFigure): string {
  return amount === null ? nothing : changeInWords({ kind: 'relative', amount });
}

/** The main figures of each agent. */
const mainFigures = [
  'chats_resolved',
  'first_response_avg_seconds',
  'resolution_avg_seconds',
  'csat_rated_chats',
  'csat_satisfied_rate',
];

function AgentsCompared({ report, figures }: { report: Report; figures: readonly ComparedFigure[] }) {
  const wording = wordingOf(report.options);
  const metrics = mainFigures.map((id) => metricOf('agent_metrics', id));
  const agents = byAgent(figures);
  const columns: Column[] = [
    { heading: 'Agent' },
    ...metrics.flatMap((metric) =>
      ['this range', 'other range', 'difference'].map((side) => ({
        heading: `${headingOf(metric, wording)}: ${side}`,
      })),
    ),
  ];
  const rows = [...agents].map(([agent, own]) => ({
    head: <bdi>{agent}</bdi>,
    cells: metrics.flatMap(({ id }) => cellsOf(own.find(({ metric }) => metric === id))),
  }));
  return (
    <DataTable
      caption="Each agent"
      columns={columns}
      rows={rows}
      whenEmpty={catalog.agent_metrics.whenEmpty}
    />
  );
}

function byAgent(figures: readonly ComparedFigure[]): Map<string, ComparedFigure[]> {
  const agents = new Map<string, ComparedFigure[]>();
  for (const figure of figures) {
    if (figure.agent === null) continue;
    const own = agents.get(figure.agent);
    if (own) own.push(figure);
    else agents.set(figure.agent, [figure]);
  }
  return agents;
}

function cellsOf(figure: ComparedFigure | undefined): Cell[] {
  if (!figure) return ['', '', ''].map(() => ({ content: nothing }));
  return [...sides(figure), difference(figure)].map((content) => ({ content }));
}
