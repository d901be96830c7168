import { BarChart } from '../../charts/bar-chart.js';
import type { Bar } from '../../charts/bar-row.js';
import { chartColors } from '../../charts/chart-colors.js';
import { isolated } from '../../charts/text-fit.js';
import { figureInWords } from '../../presentation/figures.js';
import type { Report, Row } from '../../report/report.js';
import { chatsInWords, valueInWords } from '../../presentation/values.js';
import { Figure, type Picture } from './figure.js';

const mostReasons = 12;

const parts = [
  { id: 'closed_by_bot', name: 'Closed by a bot', color: chartColors.main },
  { id: 'closed_by_agents', name: 'Closed by an agent', color: chartColors.second },
  { id: 'open_chats', name: 'Open', color: chartColors.third },
] as const;

/** The most frequent closing reasons, by who closed. */
export function ReasonsFigure({ report }: { report: Report }) {
  return <Figure {...reasonsPicture(report)} />;
}

/** The picture of closing reasons; its marks are reasons. */
export function reasonsPicture(report: Report): Picture {
  const rows = report.tables.closing_reasons;
  const drawn = rows.slice(0, mostReasons);
  const series = parts.filter(({ id }) => drawn.some((row) => Number(row[id]) > 0));
  const title = 'Why chats were closed';
  const say = sentence(rows[0]);
  const ids = series.map(({ id }) => id);
  const bars = drawn.map((row) => barOf(row, ids));
  return {
    title,
    say,
    table: 'table-reasons',
    isEmpty: drawn.length === 0,
    remark:
      rows.length > drawn.length
        ? `The first ${String(drawn.length)} of ${String(rows.length)} reasons.`
        : '',
    marks: drawn.map((row, index) => ({
      text: bars[index]?.tooltip ?? '',
      key: typeof row['closing_reason'] === 'string' ? row['closing_reason'] : null,
    })),
    draw: (width, marking) => (
      <BarChart
        title={title}
        summary={say}
        width={width}
        marking={marking}
        bars={bars}
        series={series}
        format={(value) => (Number.isInteger(value) ? figureInWords('count', value) : '')}
        valueName="Chats"
      />
    ),
  };
}

const reasonOf = (row: Row) => valueInWords({ id: 'closing_reason', unit: 'text' }, row['closing_reason']);

function sentence(first: Row | undefined): string {
  if (!first) return 'No chats.';
  const share = figureInWords('rate', first['share_rate']);
  return `Most frequent: ${isolated(reasonOf(first))}, ${chatsInWords(first['chats'])} (${share} of all).`;
}

function barOf(row: Row, ids: readonly string[]): Bar {
  const [chats, share] = [figureInWords('count', row['chats']), figureInWords('rate', row['share_rate'])];
  return {
    name: reasonOf(row),
    values: ids.map((id) => Number(row[id] ?? 0)),
    label: chats,
    note: share,
    tooltip: `${isolated(reasonOf(row))}: ${chatsInWords(row['chats'])}, ${share} of all`,
  };
}
